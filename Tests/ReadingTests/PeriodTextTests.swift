import Testing

@testable import Reading

@Suite struct `A period in a line` {
    @Test(arguments: [
        ("Oak House: social value, April 2023 to March 2024", "April 2023 to March 2024"),
        ("Report for 1 April 2024 – 31 March 2025 (final)", "1 April 2024 – 31 March 2025"),
        ("Befriending 2023/24", "2023/24"), ("Impact FY 23-24", "FY 23-24"), ("Impact FY2024", "FY2024"),
        ("2023-2024 outcomes", "2023-2024"), ("Year ending 31 March 2025", "Year ending 31 March 2025"),
        ("Year to March 2025", "Year to March 2025"), ("Apr 23 - Mar 24: what we found", "Apr 23 - Mar 24"),
        ("01/04/2024 to 31/03/2025", "01/04/2024 to 31/03/2025"),
        ("Ebrill 2023 i Mawrth 2024", "Ebrill 2023 i Mawrth 2024"),
        ("Apr-Jun 2024 monitoring", "Apr-Jun 2024"),
    ])
    func `is found as it was typed`(line: String, period: String) {
        #expect(PeriodText.within(line) == period)
    }

    @Test(arguments: [
        "Value map", "SROI Guide 2012", "Printed 3 May 2025", "Version 2-3", "Group 12-14 years", "Rooms 23-25",
        "Tel. 01632 960 123", "Score 10/20", "", "-", "to", "FY", "Year ending", "We may march to June",
    ])
    func `is not seen in other numbers and words`(line: String) {
        #expect(PeriodText.within(line) == nil)
    }
}
