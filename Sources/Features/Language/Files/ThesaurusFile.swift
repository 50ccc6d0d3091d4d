import CanonicalJSON
package import Documents
package import Vocabulary

/// A thesaurus with the file that it was read from.
package struct ThesaurusFile: Sendable {
    /// What kind of file it is: `turtle`, `rdf-xml`, `json-ld`, `uk-cat`, `icnptso` or `table`.
    package let format: String
    package var thesaurus: Thesaurus
    package let lines: ThesaurusLines
    /// Lines that say nothing which a thesaurus could hold.
    package let faults: [LineFault]
    /// What is said to be narrower and is nowhere in the file.
    private let dangling: [ThesaurusProblem]
    /// How many statements of other kinds were left aside.
    package let leftAside: Int
    private let unsaid: [UInt8]
    private let others: [UInt8]

    /// Reads a file through the document worker.
    ///
    /// - Parameter isWhole: whether it is to be written out again with all that it says beside.
    package static func read(
        _ path: String, name: String, by worker: any DocumentWorker, isWhole: Bool = false
    ) async throws(ThesaurusRefusal) -> ThesaurusFile {
        let file: ReadThesaurusFile
        do throws(WorkerProblem) {
            file = try await worker.thesaurus(path, name: name, isWhole: isWhole)
        } catch {
            throw .worker(error)
        }
        return try ThesaurusFile(file)
    }

    package init(_ file: ReadThesaurusFile) throws(ThesaurusRefusal) {
        if let refused = file.about["refused"] { throw .unreadable(LineFault(json: refused)) }
        format = file.about["format"]?.stringValue ?? ""
        leftAside = file.about["left"]?.integerValue ?? 0
        faults = (file.about["problems"]?.arrayValue ?? []).map(LineFault.init(json:))
        unsaid = file.unsaid
        others = file.others
        var thesaurus = Thesaurus(schemes: (file.about["schemes"]?.arrayValue ?? []).compactMap(Scheme.init(json:)))
        var entries: [ThesaurusLines.Entry] = []
        var dangling: [ThesaurusProblem] = []
        for part in file.parts {
            let concepts: JSON
            do throws(JSONSyntaxError) {
                concepts = try JSON(parsing: part, limits: JSONLimits(bytes: 256 << 20, values: 8_000_000))
            } catch {
                throw .worker(.nonsense("concepts that are no JSON"))
            }
            for item in concepts.arrayValue ?? [] {
                guard let concept = Concept(json: item) else { throw .worker(.nonsense("a concept that is none")) }
                thesaurus.concepts.append(concept)
                entries.append(ThesaurusLines.Entry(json: item))
                for (position, narrower) in (item["narrower"]?.arrayValue ?? []).enumerated() {
                    dangling.append(
                        ThesaurusProblem(
                            .danglingNarrower, concept.id, [narrower.stringValue ?? ""],
                            line: item["lines"]?["narrower"]?[position]?.integerValue))
                }
            }
        }
        self.thesaurus = thesaurus
        lines = ThesaurusLines(entries)
        self.dangling = dangling
    }

    /// Everything that is wrong with what the file says; see ``Thesaurus/problems(lines:isKnown:)``.
    package func problems(isKnown: (String) -> Bool = { _ in false }) -> [ThesaurusProblem] {
        thesaurus.problems(lines: lines, isKnown: isKnown) + dangling.filter { !isKnown($0.values.first ?? "") }
    }

    /// Writes it out again, with what it says beside.
    package func written(
        as format: ThesaurusFilePlan.Format, by worker: any DocumentWorker
    ) async throws(WorkerProblem) -> [UInt8] {
        try await worker.write(ThesaurusFilePlan(format, thesaurus, unsaid: unsaid, others: others))
    }
}

extension ThesaurusFilePlan {
    /// So many concepts travel at once.
    private static let bite = 1_000

    package init(_ format: Format, _ thesaurus: Thesaurus, unsaid: [UInt8] = [], others: [UInt8] = []) {
        let starts = stride(from: 0, to: thesaurus.concepts.count, by: Self.bite)
        self.init(
            format, schemes: .array(thesaurus.schemes.map(\.json)),
            parts: starts.map { start in
                let bite = thesaurus.concepts[start..<min(start + Self.bite, thesaurus.concepts.count)]
                return JSON.array(bite.map(\.json)).canonical
            }, unsaid: unsaid, others: others)
    }
}

extension ThesaurusLines.Entry {
    fileprivate init(json: JSON) {
        func lines(_ name: String) -> [Int] {
            (json["lines"]?[name]?.arrayValue ?? []).map { $0.integerValue ?? 0 }
        }
        self.init(
            concept: json["line"]?.integerValue ?? 0, labels: lines("labels"), broader: lines("broader"),
            related: lines("related"), mappings: lines("mappings"))
    }
}
