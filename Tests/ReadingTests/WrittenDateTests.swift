import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Dates as people write them` {
    @Test(arguments: [
        ("31/03/2026", 20_260_331), ("2026-03-31", 20_260_331), ("31 March 2026", 20_260_331),
        ("31st March 2026", 20_260_331),
        ("March 31, 2026", 20_260_331), ("31-Mar-26", 20_260_331), ("31.3.26", 20_260_331), ("Mar 2026", 20_260_301),
        ("2026", 20_260_101), ("2026/03/31", 20_260_331), ("3/31/2026", 20_260_331),
        ("2026-03-31T10:15:00", 20_260_331),
        ("31/03/2026 10:15", 20_260_331), ("Tuesday 31 March 2026", 20_260_331), ("29/02/2024", 20_240_229),
        ("1 Sept 2025", 20_250_901), ("1st of April 2024", 20_240_401), ("3rd of May 2025", 20_250_503),
        ("3 Mai 2025", 20_250_503), ("20250503", 20_250_503),
        ("05/05/2025", 20_250_505), ("01/01/1900", 19_000_101), ("01/01/2999", 29_990_101),
    ])
    func `are read as the day that is meant`(text: String, packed: Int) {
        guard case .date(let date) = WrittenDate(text) else {
            Issue.record("\(text) was not read")
            return
        }
        #expect(date.packed == packed)
    }

    @Test(arguments: [
        "29/02/2025", "31/04/2026", "32/13/2026", "yesterday", "31/03", "1/2/3/4", "12345", "2026-13-01", "0/0/0",
    ])
    func `are refused where no calendar has them`(text: String) {
        #expect(WrittenDate(text) == .unclear)
    }

    @Test func `may have the day or the month first`() {
        #expect(
            WrittenDate("03/04/2026")
                == .either(
                    dayFirst: CivilDate(year: 2026, month: 4, day: 3),
                    monthFirst: CivilDate(year: 2026, month: 3, day: 4)))
    }

    // Serial numbers as any spreadsheet shows them: 45000 is 15 March 2023, 44927 is 1 January 2023.
    @Test func `may be a spreadsheet's serial numbers`() {
        #expect(CivilDate(serial: 45_000)?.packed == 20_230_315)
        #expect(CivilDate(serial: 44_927)?.packed == 20_230_101)
        #expect(CivilDate(serial: 18_264)?.packed == 19_500_101)
        #expect(CivilDate(serial: 12) == nil)
    }
}
