import Accounts
import Measurement
import Testing
import Words

@testable import Reckoning

@Suite struct `Who took part` {
    private func table(_ answers: [String?]) throws -> CharacteristicTable {
        let records = ParticipantRecords(
            sheet: "People", rows: 1...answers.count, people: answers.count, comparison: nil, measures: [],
            characteristics: [CharacteristicRecords(name: "Health", column: 1, values: .categories(answers))])
        return try #require(try CharacteristicTables(records: records).tables().first)
    }

    private func lines(_ table: CharacteristicTable) -> [String: ShownNumber] {
        Dictionary(uniqueKeysWithValues: table.rows.map { (Catalogue.english.text($0.label), $0.programme) })
    }

    @Test func `shows no words that one person alone wrote`() throws {
        let many = [String?](repeating: "Good", count: 9)
        let table = try table(many + ["Lost an arm in 2019", "Has a twin in Leeds", "Poor", "Poor"])
        #expect(!String(describing: table).contains("2019"))
        #expect(!String(describing: table).contains("twin"))
        #expect(lines(table) == ["Good": .count(9), "Poor": .fewerThanFive, "another answer": .fewerThanFive])
    }

    @Test func `counts answers that were given once together`() throws {
        let table = try table([String?](repeating: "Good", count: 9) + ["a", "b", "c", "d", "e", "f"])
        #expect(lines(table) == ["Good": .count(9), "another answer": .count(6)])
    }
}
