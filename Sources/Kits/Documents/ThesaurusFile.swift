package import CanonicalJSON

/// A thesaurus as the worker read it out of a file. What it means is for the feature that knows thesauri to say.
package struct ReadThesaurusFile: Sendable {
    /// Format, schemes and problems, or why nothing could be read.
    package var about: JSON
    /// The concepts, each part a JSON array of some of them.
    package var parts: [[UInt8]]
    /// Statements that follow from the others and that the file leaves out, and those of other kinds, as N-Triples; empty unless
    /// asked for.
    package var unsaid: [UInt8]
    package var others: [UInt8]

    package init(about: JSON, parts: [[UInt8]] = [], unsaid: [UInt8] = [], others: [UInt8] = []) {
        self.about = about
        self.parts = parts
        self.unsaid = unsaid
        self.others = others
    }
}

/// A thesaurus that is to be written to a file.
package struct ThesaurusFilePlan: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case turtle
        case jsonLD = "json-ld"
        case csv
    }

    package var format: Format
    package var schemes: JSON
    package var parts: [[UInt8]]
    package var unsaid: [UInt8]
    package var others: [UInt8]

    package init(_ format: Format, schemes: JSON, parts: [[UInt8]], unsaid: [UInt8] = [], others: [UInt8] = []) {
        self.format = format
        self.schemes = schemes
        self.parts = parts
        self.unsaid = unsaid
        self.others = others
    }
}

extension ReadThesaurusFile {
    init(_ answer: Frame, isWhole: Bool) throws(WorkerProblem) {
        guard answer.result["refused"] == nil else {
            self.init(about: answer.result)
            return
        }
        guard let count = answer.result["bites"]?.integerValue, count >= 0,
            answer.parts.count == count + (isWhole ? 2 : 0)
        else { throw .nonsense("a thesaurus that is none") }
        self.init(
            about: answer.result, parts: Array(answer.parts.prefix(count)),
            unsaid: isWhole ? answer.parts[count] : [], others: isWhole ? answer.parts[count + 1] : [])
    }
}

extension ThesaurusFilePlan {
    /// In bytes.
    var size: Int { parts.reduce(unsaid.count + others.count) { $0 + $1.count } }

    var request: Frame {
        Frame(
            [
                "kind": "write thesaurus", "as": .string(format.rawValue), "schemes": schemes,
                "bites": .integer(parts.count),
            ], parts: parts + [unsaid, others])
    }
}
