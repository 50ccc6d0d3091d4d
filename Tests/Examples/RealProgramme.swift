import Documents
import FoundationEssentials
package import Measurement
package import Testing
import Valuation
import ValueMaps
import Words
package import Workbooks

/// The National Supported Work demonstration, read from the shared reference data: 185 people on the programme, 260 beside it.
package enum RealProgramme {
    package static let folder: String = {
        let reference = ProcessInfo.processInfo.environment["OUTCOMES_REFERENCE"] ?? "../shared"
        return reference + "/data/programme"
    }()

    package static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/nsw.csv") }
    package static let skipped: Comment = "the reference data (OUTCOMES_REFERENCE) is not here"

    package static func records() throws -> ParticipantRecords {
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

    package static func understanding() throws -> Understanding {
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
