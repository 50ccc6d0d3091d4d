import Glibc
import Lookup
import Storage
import Vocabulary

/// Searches a made-up vocabulary in a store. For bench/search.py.
@main
struct TermSearcher {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[2]) else {
            print("usage: TermSearcher sqlite COUNT FILE | postgres COUNT ADDRESS")
            return
        }
        var words = MadeUpWords(count: count)
        let database: any Database =
            arguments[1] == "sqlite"
            ? try await SQLiteDatabase.open(path: arguments[3]) : try await PostgresDatabase.open(arguments[3])
        try await search(database, &words)
    }

    private static func search(_ database: any Database, _ words: inout MadeUpWords) async throws {
        try await database.migrate(TermMigration.migrations)
        let place = database.at("bench")
        let terms = TermStore(place: "bench")
        let findables = words.concepts.enumerated().map { Findable(.concept, "\($0)", labels: $1) }
        let clock = ContinuousClock()
        let before = clock.now
        try await place.transaction { transaction in try await terms.put(findables, in: transaction) }
        let load = clock.now - before
        var times: [Duration] = []
        for typed in words.beginnings {
            let begin = clock.now
            _ = try await terms.found(typed, .concept, for: [.everybody], language: "en", most: 20, in: place)
            times.append(clock.now - begin)
        }
        await database.close()
        say(load, times)
    }

    /// Seconds to load, and milliseconds of the middle search and of the slowest in twenty.
    private static func say(_ load: Duration, _ times: [Duration]) {
        let sorted = times.sorted().map { $0 / .milliseconds(1) }
        print(load / .seconds(1), sorted[sorted.count / 2], sorted[sorted.count * 19 / 20])
    }
}

/// Words and concepts out of syllables, the same in every run; some words are much more frequent than others.
private struct MadeUpWords {
    private static let syllables = [
        "ca", "re", "com", "mun", "ity", "ing", "hou", "se", "for", "tra", "in", "pro", "ject", "lo", "ne", "ly", "gar",
        "den",
        "wel", "fa", "ac", "ti", "ve", "sup", "port", "ski", "ll", "job", "hea", "lth",
    ]
    private let count: Int
    private var state: UInt64 = 88_172_645_463_325_252
    private var words: [String] = []

    init(count: Int) {
        self.count = count
        words = (0..<30_000).map { _ in
            (0..<2 + number(below: 3)).map { _ in Self.syllables[number(below: Self.syllables.count)] }.joined()
        }
    }

    /// Each with a preferred label and another one.
    var concepts: [[Label]] {
        mutating get {
            (0..<count).map { _ in
                [
                    Label(.preferred, Text(phrase(1 + number(below: 4)), in: "en")),
                    Label(.alternative, Text(phrase(1 + number(below: 3)), in: "en")),
                ]
            }
        }
    }

    /// Of one to six letters.
    var beginnings: [String] {
        mutating get { (0..<600).map { number in String(word().prefix(1 + number % 6)) } }
    }

    private mutating func phrase(_ length: Int) -> String { (0..<length).map { _ in word() }.joined(separator: " ") }

    private mutating func word() -> String {
        let share = Double(number(below: 1_000_000)) / 1_000_000
        return words[Int(share * share * share * Double(words.count - 1))]
    }

    private mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}
