import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Accounts

/// The National Supported Work demonstration, read from the shared reference data: 185 people on the programme, 260 beside it.
enum RealProgramme {
    static let folder: String = {
        let reference = ProcessInfo.processInfo.environment["OUTCOMES_REFERENCE"] ?? "../shared"
        return reference + "/data/programme"
    }()

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/nsw.csv") }
    static let skipped: Comment = "the reference data (OUTCOMES_REFERENCE) is not here"

    static func records() throws -> ParticipantRecords {
        let text = try String(contentsOfFile: folder + "/nsw.csv", encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        func numbers(_ column: Int) -> [Double?] { rows.map { Double($0[column]) } }
        return ParticipantRecords(
            sheet: "Participants", rows: 3...(rows.count + 2), people: rows.count,
            comparison: Comparison(
                column: 1, header: "On the programme?", programmeText: "Yes", comparisonText: "No",
                onProgramme: rows.map { $0[1] == "1" }),
            measures: [
                MeasureRecords(
                    name: "Earnings", beforeHeader: "Earnings 1975", afterHeader: "Earnings 1978",
                    layout: .columns(before: 5, after: 6), currency: "USD", before: numbers(9), after: numbers(10))
            ],
            characteristics: [
                CharacteristicRecords(name: "Age", column: 2, values: .numbers(numbers(2))),
                CharacteristicRecords(
                    name: "Married", column: 4, values: .categories(rows.map { $0[6] == "1" ? "Yes" : "No" })),
            ])
    }

    static func understanding() throws -> Understanding {
        Understanding(
            about: Example.about(currency: "USD"),
            map: EnteredValueMap(
                inputs: [Example.input("Funder", 620_000, row: 3), Example.input("Employers", 45_000, row: 4)],
                outcomes: [
                    Example.outcome(
                        row: 1, "Participants", "Earns more", quantity: .number(185), proxy: "1794.34",
                        displacement: "0.1", attribution: "0.15", dropOff: "0.25", duration: 3),
                    Example.outcome(
                        row: 2, "Participants", "In paid work", quantity: .number(140), proxy: "1500",
                        deadweight: "0.646", displacement: "0.1", attribution: "0.15", dropOff: "0.25", duration: 3),
                    Example.outcome(
                        row: 4, "Employers", "Learns to supervise", quantity: .number(24), proxy: "350",
                        deadweight: "0.2", attribution: "0.3", duration: 1, start: .during),
                ]), participants: try records(), ownWords: OwnWords(), sheets: [], notes: [])
    }
}

/// Small made-up workbooks, as they are after understanding.
enum Example {
    static let facts = AccountFacts(
        date: CivilDate(year: 2026, month: 11, day: 24), version: "1", workbookName: "example.xlsx",
        workbookDigest: String(repeating: "0", count: 64))

    static func about(currency: String = "GBP", convention: Convention = .endOfYear) -> About {
        About(
            provider: nil, commissioner: nil, service: nil, period: nil, currency: Sourced(currency, from: .assumed),
            language: Sourced("en", from: .assumed),
            discountRate: Sourced(.flat(Decimal(35) / 1000), from: .assumed),
            convention: Sourced(convention, from: .assumed))
    }

    static func cell(_ column: Int, _ row: Int) -> Origin {
        .cell(CellReference(sheet: "Value map", column: column, row: row))
    }

    static func input(_ stakeholder: String, _ amount: Decimal, row: Int) -> EnteredInput {
        EnteredInput(
            stakeholder: stakeholder, description: nil, amount: Sourced(amount, from: cell(2, row)),
            kind: Sourced(.cash, from: .assumed), year: Sourced(0, from: .assumed))
    }

    static func outcome(
        row: Int, _ stakeholder: String, _ outcome: String, quantity: Quantity, proxy: String,
        deadweight: String = "0", displacement: String = "0", attribution: String = "0", dropOff: String = "0",
        duration: Int = 1, start: Outcome.Start = .after
    ) -> EnteredOutcome {
        func share(_ text: String, _ column: Int) -> Sourced<Decimal> {
            Sourced(Decimal(string: text) ?? 0, from: cell(column, row))
        }
        return EnteredOutcome(
            sheet: "Value map", row: row, stakeholder: stakeholder, outcome: outcome,
            quantity: Sourced(quantity, from: cell(7, row)),
            proxy: share(proxy, 11), deadweight: share(deadweight, 14), displacement: share(displacement, 15),
            attribution: share(attribution, 16), dropOff: share(dropOff, 17),
            duration: Sourced(duration, from: cell(8, row)),
            start: Sourced(start, from: cell(9, row)))
    }
}
