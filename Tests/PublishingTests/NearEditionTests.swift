import CanonicalJSON
import Testing

@testable import Publishing

@Suite("Editions side by side")
struct NearEditionTests {
    /// An account whose one measure, "Mood", has these values after.
    private func account(after values: [Double]) -> JSON {
        let sums: JSON = [
            "n": .number(Double(values.count)), "sum": .number(values.reduce(0, +)),
            "sumOfSquares": .number(values.reduce(0) { $0 + $1 * $1 }),
        ]
        return [
            "outcomes": [["kind": "measured", "outcome": "Mood", "figures": ["change.1"]]],
            "groups": [
                [
                    "change": "change.1",
                    "groups": [["group": "programme", "before": .null, "after": sums, "change": .null]],
                ]
            ],
        ]
    }

    private func measures(_ draft: [Double], beside earlier: [Double]) -> [String]? {
        NearEdition(number: 1, of: account(after: draft), beside: account(after: earlier))?.measures
    }

    private let eighteen = (0..<18).map(Double.init)

    @Test func `one person more, or up to nine, tell what these answered`() {
        #expect(measures(eighteen + [81], beside: eighteen) == ["Mood"])
        #expect(measures(eighteen, beside: eighteen + Array(repeating: 3, count: 9)) == ["Mood"])
    }

    @Test func `one answer that was changed tells what it was and what it is`() {
        #expect(measures([9] + eighteen.dropFirst(), beside: eighteen) == ["Mood"])
    }

    @Test func `the same answers, or ten people more, tell nothing of one person`() {
        #expect(measures(eighteen, beside: eighteen) == nil)
        #expect(measures(eighteen + Array(repeating: 3, count: 10), beside: eighteen) == nil)
    }

    @Test func `a measure that only one edition shows can't be compared`() {
        #expect(NearEdition(number: 1, of: account(after: eighteen), beside: ["outcomes": [], "groups": []]) == nil)
    }
}
