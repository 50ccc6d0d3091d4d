import Drivers
import Storage
import Testing
import Vocabulary

@testable import Lookup

@Suite(.onEveryDriver) struct TermStoreTests {
    private let terms = TermStore(place: "here")

    private func open() async throws -> (StoreUnderTest, any Database) {
        let store = try StoreUnderTest(.current)
        return (store, try await store.open(TermMigration.migrations).at("here"))
    }

    private func put(_ findables: [Findable], _ database: any Database) async throws {
        try await database.transaction { transaction in try await terms.put(findables, in: transaction) }
    }

    private func found(
        _ text: String, _ kind: FindableKind = .concept, for audiences: [Audience] = [.everybody],
        in database: any Database
    ) async throws -> [FoundItem] {
        try await terms.found(text, kind, for: audiences, language: "en", most: 20, in: database)
    }

    private func concept(_ item: String, _ words: String..., audience: Audience = .everybody) -> Findable {
        let labels = words.enumerated().map { Label($0 == 0 ? .preferred : .alternative, Text($1, in: "en")) }
        return Findable(.concept, item, for: audience, labels: labels)
    }

    private let concepts = [
        ["Loneliness", "Social isolation"], ["Befriending", "Companionship visits"], ["Group work"], ["Well-being"],
        ["Men’s sheds", "Men in sheds"], ["Community centre", "Village hall"], ["Community"],
        ["Voluntary and community sector"],
        ["Mental health"], ["Unpaid carers", "Young carers", "Family carers"], ["Schools"], ["Housing", "Homes"],
    ]

    private let typed = [
        "loneliness", "isol", "befreinding", "groupwork", "wellbeing", "mn in sheds", "comm", "c", "community", "vcs",
        "vacs",
        "mentalhealth", "carers", "unpaid carers family", "skools", "housing zebra", "hous ing", "zzzz", "the",
        "community sector",
    ]

    @Test func `a database and memory give the same list`() async throws {
        let (store, database) = try await open()
        let all = concepts.enumerated().map { number, words in
            Findable(
                .concept, "\(number)",
                labels: words.enumerated().map { Label($0 == 0 ? .preferred : .alternative, Text($1, in: "en")) })
        }
        try await put(all, database)
        let index = TermIndex(all.map(\.labels))
        for text in typed {
            let memory = await TermSearch(text, language: "en").found(in: index, most: 20)
            let kept = try await found(text, in: database)
            #expect(kept.map(\.item) == memory.map { "\($0.item)" }, "\(text)")
            #expect(kept.map(\.match) == memory.map(\.match), "\(text)")
            #expect(kept.map(\.mended) == memory.map(\.mended), "\(text)")
            #expect(kept.map(\.label.text.words) == memory.map(\.term.words), "\(text)")
        }
        await database.close()
        _ = store
    }

    @Test func `words are replaced together with what they are of`() async throws {
        let (store, database) = try await open()
        try await put([concept("1", "Loneliness", "Isolation"), concept("2", "Isolation")], database)
        #expect(try await found("isolation", in: database).map(\.item) == ["2", "1"])
        try await put([concept("1", "Loneliness", "Being alone")], database)
        #expect(try await found("isolation", in: database).map(\.item) == ["2"])
        #expect(try await found("alone", in: database).map(\.item) == ["1"])
        try await put([concept("1", "First"), concept("1", "Second")], database)
        #expect(try await found("first", in: database).isEmpty)
        #expect(try await found("second", in: database).map(\.item) == ["1"])
        await database.close()
        _ = store
    }

    @Test func `what is removed leaves no trace, and what shares its words stays`() async throws {
        let (store, database) = try await open()
        try await put([concept("1", "Secret garden"), concept("2", "Garden")], database)
        try await database.transaction { transaction in try await terms.remove(.concept, ["1"], in: transaction) }
        #expect(try await found("secret", in: database).isEmpty)
        #expect(try await found("garden", in: database).map(\.item) == ["2"])
        for table in ["findable", "term", "term_word", "word_key"] {
            let rows = try await database.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
            #expect(!rows.isEmpty && !"\(rows)".contains("ecret"), "\(table)")
        }
        try await database.transaction { transaction in
            try await terms.remove(.concept, beginning: "2", in: transaction)
        }
        for table in ["findable", "term", "term_word", "word_key"] {
            #expect(try await database.rows(SQL(stringLiteral: "SELECT * FROM \(table)")).isEmpty, "\(table)")
        }
        await database.close()
        _ = store
    }

    @Test func `nobody finds what is for others, or of another kind or place`() async throws {
        let (store, database) = try await open()
        try await put(
            [
                concept("1", "Nightjar", audience: .organisation("a")), concept("2", "Nightjar", audience: .members),
                concept("3", "Nightjar"),
                Findable(.account, "4", labels: [Label(.preferred, Text("Nightjar", in: nil))]),
            ], database)
        for text in ["nightjar", "night", "nightjra"] {
            #expect(try await found(text, in: database).map(\.item) == ["3"])
            #expect(try await found(text, for: [.organisation("b")], in: database).isEmpty)
            #expect(
                try await found(text, for: [.everybody, .organisation("a")], in: database).map(\.item) == ["3", "1"])
            #expect(try await found(text, .account, in: database).map(\.item) == ["4"])
            let elsewhere = try await TermStore(place: "elsewhere").found(
                text, .concept, for: [.everybody], language: "en", most: 9, in: database)
            #expect(elsewhere.isEmpty)
        }
        // An audience changes as when a draft is published.
        try await put([concept("1", "Nightjar")], database)
        #expect(try await found("nightjar", in: database).map(\.item).sorted() == ["1", "3"])
        #expect(try await found("nightjar", for: [.organisation("a")], in: database).isEmpty)
        await database.close()
        _ = store
    }

    @Test func `more labels than a statement takes are kept all the same`() async throws {
        let (store, database) = try await open()
        try await put((0..<1200).map { concept("\($0)", "Number \($0)", "Zahl \($0)") }, database)
        #expect(try await found("number 1107", in: database).first?.item == "1107")
        #expect(try await database.rows("SELECT count(*) FROM term") == [Row(values: [.integer(2400)])])
        await database.close()
        _ = store
    }
}
