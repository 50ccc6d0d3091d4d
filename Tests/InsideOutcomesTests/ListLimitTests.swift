import Drivers
import Testing
import Vocabulary

@testable import Language

/// What the lists of one organisation may take of what all share.
@Suite(.onEveryDriver) struct ListLimitTests {
    @Test func `an organisation has so many lists in use, and the place's own aren't counted`() async throws {
        let ground = try await LanguageGround()
        for number in 1...LoadThesaurus.mostLists.inUse { _ = try await ground.load("e:\(number)", ["A"], of: "o1") }
        await #expect(throws: LoadThesaurus.Refusal.tooManyLists) {
            _ = try await ground.load("e:more", ["A"], of: "o1")
        }
        #expect(try await ground.store.schemes(in: ground.database).allSatisfy { $0.scheme.id != "e:more" })
        // A newer edition of one of them isn't one more, and others have their own.
        _ = try await ground.load("e:1", ["A", "B"], of: "o1")
        _ = try await ground.load("e:others", ["A"], of: "o2")
        _ = try await ground.load("e:all", ["A"])
        let first = try #require(try await ground.store.schemes(in: ground.database).first { $0.scheme.id == "e:1" })
        try await ground.change.retireList(first.number, reason: "Old.")
        _ = try await ground.load("e:more", ["A"], of: "o1")
        await #expect(throws: LanguageRefusal.tooManyLists) { try await ground.change.restoreList(first.number) }
        #expect(try await ground.store.listsOutOfUse(in: ground.database) == [first.number])
        #expect(try await ground.store.lists(of: "o1", in: ground.database) == (20, 21))
        await ground.visitor.close()
    }

    @Test func `links are counted for each organisation`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load("e:1", ["A", "B", "C"], of: "o1")
        _ = try await ground.load("e:2", ["A", "B"], of: "o1")
        _ = try await ground.load("e:3", ["A", "B", "C"], of: "o2")
        _ = try await ground.load("e:4", ["A", "B", "C"])
        for (organisation, count) in [("o1", 3), ("o2", 2), ("o3", 0)] {
            #expect(try await ground.store.mostLinks(ofListsOf: organisation, in: ground.database) == count)
        }
        #expect(try await ground.store.mostLinks(in: ground.database) == 7)
        await ground.visitor.close()
    }

    @Test(arguments: Thesaurus.ofAll.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    func `a list gives its concepts no name of a list that all may use`(ofAll: [String]) {
        func list(_ scheme: String) -> Thesaurus {
            Thesaurus(
                schemes: [Scheme(id: scheme, titles: [])],
                concepts: [
                    Concept(id: "e:1", scheme: scheme, labels: []),
                    Concept(id: ofAll[1] + "1", scheme: scheme, labels: []),
                ])
        }
        #expect(list("e:own").nameOfAll == ofAll[1] + "1")
        #expect(list(ofAll[0]).nameOfAll == nil)
    }

    @Test func `each list is counted in one statement`() async throws {
        let ground = try await LanguageGround()
        let first = try await ground.load("e:1", ["A", "B", "C"])
        let other = try await ground.load("e:2", ["A"])
        let counts = try await ground.store.counts(in: ground.database)
        #expect(counts[first] == 3 && counts[other] == 1)
        await ground.visitor.close()
    }
}
