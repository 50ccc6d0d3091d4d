import Documents
import Measurement
import Testing
import Words
import Workbooks

@testable import Reading

/// Metric scores: Stewart-Brown and others (2009), Health and Quality of Life Outcomes 7:15.
@Suite struct `Raw totals of SWEMWBS` {
    private func reading(_ heading: String, _ scores: [(before: Cell, after: Cell)]) -> ImportResult {
        let header: [Cell] = ["ID", .text("\(heading) before"), .text("\(heading) after")]
        let rows = scores.enumerated().map { index, pair in [.text("p\(index + 1)"), pair.before, pair.after] }
        return understand(Workbook(Maps.sheet(), Sheet("Participants", [header] + rows)))
    }

    private func notes(_ result: ImportResult) -> [String] {
        result.understanding?.notes.map(Catalogue.english.text) ?? []
    }

    @Test(arguments: ["SWEMWBS raw total", "SWEMWBS (raw)", "Raw score, Short Warwick-Edinburgh"])
    func `become metric scores where the heading says that they are raw`(heading: String) throws {
        let result = reading(heading, [(20, 24), (7, 35), ("15", 28), (nil, 9)])
        let measure = try #require(result.understanding?.participants?.measures.first)
        #expect(measure.before == [18.59, 7, 15.84, nil])
        #expect(measure.after == [21.54, 35, 25.03, 11.25])
        #expect(measure.isConverted)
        #expect(measure.threshold == 3)
        #expect(measure.name.hasSuffix("(metric score)"))
        #expect(!measure.name.lowercased().contains("raw"))
        #expect(notes(result).contains { $0.contains("turned each into its metric score") })
    }

    @Test func `become metric scores also where the heading does not say so and they can be nothing else`() throws {
        let result = reading("SWEMWBS", [(20, 24), (22, 27)])
        let measure = try #require(result.understanding?.participants?.measures.first)
        #expect(measure.before == [18.59, 19.98])
        #expect(measure.after == [21.54, 24.11])
        #expect(measure.isConverted)
        #expect(notes(result).contains { $0.contains("turned each into its metric score") })
    }

    @Test func `are left as they are where the heading says that they are metric scores`() throws {
        let measure = try #require(
            reading("SWEMWBS metric", [(20, 24), (22, 27)]).understanding?.participants?.measures.first)
        #expect(measure.after == [24, 27])
        #expect(!measure.isConverted)
    }

    @Test func `are not seen in metric scores`() {
        #expect(!notes(reading("SWEMWBS", [(18.59, 21.54), (7, 35)])).contains { $0.contains("raw") })
        #expect(!notes(reading("SWEMWBS", [(7, 35), (35, 7)])).contains { $0.contains("raw") })
        #expect(!notes(reading("Wellbeing", [(20, 24), (22, 27)])).contains { $0.contains("raw") })
    }

    @Test func `are whole numbers from 7 to 35, each other one named`() {
        let problems = reading("SWEMWBS raw", [(6, 24), (20, 36), (20.5, 24), (20, 24)]).problems
        #expect(problems.map { "\($0.code) \($0.cell?.address ?? "")" } == ["IMP-035 B2", "IMP-035 C3", "IMP-035 B4"])
    }
}

/// The change that matters, by each publisher's own guidance.
@Suite struct `Known questionnaires` {
    @Test(arguments: [
        ("SWEMWBS", 3.0), ("Short Warwick-Edinburgh score", 3), ("PHQ-9", 6), ("PHQ9 total", 6), ("GAD 7", 4),
        ("WHO-5", 10),
    ])
    func `are met however they are written`(name: String, threshold: Double) {
        #expect(Instrument.named(name)?.threshold == threshold)
    }

    @Test func `are not seen in other names`() {
        #expect(Instrument.named("WEMWBS")?.metric == nil)
        #expect(Instrument.named("WEMWBS") != nil)
        #expect(Instrument.named("Wellbeing") == nil)
    }
}
