import FoundationEssentials
import Testing
import Words

@Suite struct CivilDateTests {
    @Test(arguments: [("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true)])
    func `the 29th of February is a day in leap years alone`(text: String, isDay: Bool) {
        #expect((CivilDate(text) != nil) == isDay)
    }

    @Test(arguments: [
        "2026-13-01", "2026-04-31", "2026-4-3", "26-04-03", "2026-04-03T00:00", "", "0000-01-01", "-026-01-01",
    ])
    func `what is no day of the calendar, or not written in full, is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `a day is written as it is read`() {
        #expect(CivilDate("2026-03-31")?.description == "2026-03-31")
        #expect(CivilDate(year: 987, month: 6, day: 5).description == "0987-06-05")
    }

    /// 1,774,915,199 is 23:59:59 on 30 March 2026 in Coordinated Universal Time, by `date -u -d @1774915199`.
    @Test func `the day of a moment is that of Coordinated Universal Time`() {
        #expect(CivilDate(Date(timeIntervalSince1970: 1_774_915_199)).description == "2026-03-30")
        #expect(CivilDate(Date(timeIntervalSince1970: 1_774_915_200)).description == "2026-03-31")
    }
}
