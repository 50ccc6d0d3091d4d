import FoundationEssentials
import Testing
import Words

@Suite struct TimeOfDayTests {
    // Seconds since 1970 of RFC 3339's own examples, 1985-04-12T23:20:50Z and 1996-12-20T00:39:57Z, and of the beginning.
    @Test(arguments: [(482_196_050.0, "23:20"), (851_042_397.0, "00:39"), (0.0, "00:00")])
    func `a moment has its time in UTC, to the minute`(seconds: Double, text: String) {
        #expect(TimeOfDay(Date(timeIntervalSince1970: seconds)).description == text)
    }
}
