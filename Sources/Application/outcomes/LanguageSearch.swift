import Documents
import Language
import Tables
import Vocabulary
import Words

/// Finds the concepts of a table that somebody may mean.
struct LanguageSearch: Sendable {
    private let vocabulary: String
    private let typed: [String]
    private let top: Int
    private let saysTimes: Bool

    static let options = [
        Option("times", "Say how long “search” took to read the vocabulary, and for each search.")
    ]

    init(_ arguments: Arguments) throws(UsageError) {
        let typed = Array(arguments.operands.dropFirst())
        guard let vocabulary = arguments.value("vocabulary"), !typed.isEmpty else {
            throw UsageError(
                "search needs words and --vocabulary FILE, for example: language search befriending --vocabulary words.csv"
            )
        }
        self.vocabulary = vocabulary
        self.typed = typed
        top = try LanguageSuggest.top(arguments)
        saysTimes = arguments.has("times")
    }

    /// Searches a plain table, which needs no document worker.
    ///
    /// - Returns: nil where the file is none.
    func runOnTable(in world: World) async -> ExitStatus? {
        guard vocabulary.lowercased().hasSuffix(".csv") else { return nil }
        let start = ContinuousClock.now
        do throws(TableRefusal) {
            guard let list = try SearchedList(TableFile.read(vocabulary)) else { return nil }
            await search(list, since: start, in: world)
            return .success
        } catch {
            world.complain("\(error.file): \(error.sentence)")
            return .refused
        }
    }

    func run(by worker: any DocumentWorker, in world: World) async -> ExitStatus {
        let start = ContinuousClock.now
        do throws(ThesaurusRefusal) {
            let file = try await ThesaurusFile.read(vocabulary, name: fileName(of: vocabulary), by: worker)
            await search(SearchedList(file.thesaurus), since: start, in: world)
            return .success
        } catch {
            return world.refuse(error)
        }
    }

    private func search(_ list: SearchedList, since start: ContinuousClock.Instant, in world: World) async {
        let read = ContinuousClock.now - start
        var times: [Duration] = []
        for text in typed {
            let begin = ContinuousClock.now
            let found = await list.found(text, top: top)
            times.append(ContinuousClock.now - begin)
            if typed.count > 1 { world.say(verbatim: text) }
            if found.isEmpty { world.say("Nothing was found.") }
            for entry in found { say(entry, list, in: world) }
        }
        if saysTimes { say(read, times, in: world) }
    }

    private func say(_ found: Found, _ list: SearchedList, in world: World) {
        let label = list.label(of: found.item)
        let other = found.term.words == label ? "" : world.words.text(", by “\(found.term.words)”")
        world.say(verbatim: "\(list.codes[found.item])  \(label)\(other)")
    }

    /// To the tenth of a millisecond.
    private func say(_ read: Duration, _ times: [Duration], in world: World) {
        let sorted = times.sorted()
        func milliseconds(_ duration: Duration) -> String {
            let tenths = Int((duration / .milliseconds(1) * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        world.say(
            "Read in \(milliseconds(read)) ms. Half of the searches took less than \(milliseconds(sorted[sorted.count / 2])) ms, and 95 of 100 less than \(milliseconds(sorted[sorted.count * 19 / 20])) ms."
        )
    }
}

/// The words of many concepts, ready to be searched.
struct SearchedList: Sendable {
    let codes: [String]
    private let labels: [String]
    private let index: TermIndex

    init(_ thesaurus: Thesaurus) {
        let concepts = thesaurus.concepts
        codes = concepts.map { $0.notation ?? $0.id }
        labels = concepts.map { $0.label(for: "en").words }
        index = TermIndex(concepts.lazy.map(\.labels))
    }

    /// Nil for a table of another shape than the plain ones: a code, a label and perhaps other labels between semicolons, or the
    /// levels of ICNP/TSO.
    init?(_ file: TableFile) {
        let table = file.table
        let levels = ["Section", "Group", "Sub-group"].compactMap(table.column)
        let codeColumns = levels.count == 3 ? levels : table.column("code").map { [$0] } ?? []
        guard let label = ["tag", "title", "label"].lazy.compactMap(table.column).first, !codeColumns.isEmpty,
            table.column("type") == nil
        else { return nil }
        let others = ["alternative labels"].compactMap(table.column)
        codes = table.rows.map { row in codeColumns.last { !row.cells[$0].isEmpty }.map { row.cells[$0] } ?? "" }
        labels = table.rows.map { $0.cells[label] }
        index = TermIndex(
            table.rows.map { row in
                [Label(.preferred, Text(row.cells[label], in: nil))]
                    + others.flatMap { Self.parts(of: row.cells[$0]).map { Label(.alternative, Text($0, in: nil)) } }
            })
    }

    func label(of item: Int) -> String { labels[item] }

    func found(_ text: String, top: Int) async -> [Found] {
        await TermSearch(text, language: "en").found(in: index, most: top)
    }

    /// What stands between semicolons.
    private static func parts(of cell: String) -> [String] {
        guard cell.utf8.contains(UInt8(ascii: ";")) else { return cell.isEmpty ? [] : [cell] }
        return cell.split(separator: ";").map(String.init)
    }
}
