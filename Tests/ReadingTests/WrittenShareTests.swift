import Documents
import FoundationEssentials
import Testing
import ValueMaps
import Workbooks

@testable import Reading

@Suite struct `A share in words` {
    @Test(arguments: [
        ("half", 1, 2), ("a half", 1, 2), ("Half", 1, 2), ("about half", 1, 2), ("half of them", 1, 2),
        ("a third", 1, 3), ("one third", 1, 3), ("two thirds", 2, 3), ("Two-thirds", 2, 3), ("a quarter", 1, 4),
        ("three quarters", 3, 4), ("1 in 5", 1, 5), ("one in five", 1, 5), ("1 in every 5", 1, 5),
        ("3 out of 4", 3, 4), ("c. 1 in 10", 1, 10), ("1/3", 1, 3), ("\u{BE}", 3, 4), ("a third (survey)", 1, 3),
    ])
    func `is the part that it names`(text: String, part: Int, whole: Int) {
        #expect(WrittenShare.read(text) == Decimal(part) / Decimal(whole))
    }

    @Test(arguments: [
        "", "third", "a", "in", "5 in 4", "1 in 0", "1/0", "01/04/2024", "3 out of", "a third of a half", "quarter",
        "half a year", "some", "1 in 5 in 6", "99999999999999999999 in 5", "1/1", "three halves",
    ])
    func `is nothing where it names none, or more than the whole`(text: String) {
        #expect(WrittenShare.read(text) == nil)
    }

    @Test func `counts in columns of shares, and nowhere else`() throws {
        let map = Maps.column("Attribution %", ["a third", "1 in 5"])
        let found = try understood(map).map.outcomes
        #expect(found.map(\.attribution.value) == [Decimal(1) / 3, Decimal(1) / 5])
        #expect(problems(Maps.column("Quantity", ["a third", "12"])).places == ["IMP-011 E2"])
    }

    @Test func `stands among percentages without changing them`() throws {
        let map = Maps.column("Deadweight %", ["half", "20"])
        #expect(try understood(map).map.outcomes.map(\.deadweight.value) == [Decimal(5) / 10, Decimal(2) / 10])
    }
}
