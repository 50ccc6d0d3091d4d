import Drivers
import Lookup
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// What is found of a list is what the list says of itself, whoever else is at work on it.
@Suite(.onEveryDriver) struct ListsSettleTests {
    private func found(_ ground: LanguageGround) async throws -> Int {
        try await ground.database.rows(
            "SELECT count(*) FROM findable WHERE place = \(ground.store.place) AND kind = 'concept'"
        ) { try $0.column(0, as: Int.self) }[0]
    }

    private func concept(_ number: Int) -> Concept {
        Concept(
            id: "ours:new-\(number)", scheme: "ours",
            labels: [Label(.preferred, Text("Coming \(number)", in: "en"))], broader: ["ours:0"])
    }

    /// Writes a portion of an edition of a list, which nobody sees yet.
    private func come(_ numbers: Range<Int>, to list: Int, isFirst: Bool, _ ground: LanguageGround) async throws {
        let (store, act) = (ground.store, ground.act("coming"))
        try await ground.database.transaction { transaction in
            if isFirst {
                try await store.add(act, about: "", in: transaction)
                try await store.begin(.init(act: act.id, run: "run", seen: act.created), in: transaction)
            }
            try await store.add(
                numbers.map { NextVersion(concept($0), .adopted) }, to: list, by: act, isPart: true, in: transaction)
        }
    }

    @Test(arguments: [false, true])
    func `a list that is taken out of use or brought back while an edition comes is so with all of that`(
        isBroughtBack: Bool
    ) async throws {
        let ground = try await LanguageGround()
        let list = try await ground.load("ours", ["Outcomes", "Better days"])
        if isBroughtBack { try await ground.change.retireList(list, reason: "Old.") }
        try await come(0..<3, to: list, isFirst: true, ground)
        if isBroughtBack {
            try await ground.change.restoreList(list)
        } else {
            try await ground.change.retireList(list, reason: "Old.")
        }
        try await come(3..<5, to: list, isFirst: false, ground)
        try await ground.database.transaction { transaction in
            try await ground.store.show("coming", in: transaction)
        }
        #expect(try await found(ground) == (isBroughtBack ? 7 : 0))
        await ground.visitor.close()
    }

    @Test func `whoever takes a list out of use and whoever brings it back at the same time end alike`() async throws {
        let ground = try await LanguageGround()
        let count = 1_200
        let list = try await ground.load("ours", (0..<count).map { "Zebra \($0)" })
        for _ in 0..<2 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for isOut in [true, false, true, false] {
                    group.addTask {
                        do {
                            if isOut {
                                try await ground.change.retireList(list, reason: "Old.")
                            } else {
                                try await ground.change.restoreList(list)
                            }
                        } catch LanguageRefusal.changed {
                            // Somebody else was quicker.
                        }
                    }
                }
                try await group.waitForAll()
            }
            let isInUse = try await ground.store.listsOutOfUse(in: ground.database).isEmpty
            #expect(try await found(ground) == (isInUse ? count : 0))
        }
        await ground.visitor.close()
    }
}
