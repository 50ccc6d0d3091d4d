import Accounts
import Examples
import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Valuation
import Words
import Workbooks

@testable import Reckoning

@Suite struct `What an account says that it found` {
    /// An account of one outcome worth 100 pounds each, and of people who all moved by the same steps.
    private func account(
        inputs: [Decimal], quantity: Quantity = .number(2), moves: [[Double]] = [], higherIsBetter: Bool = true
    ) throws -> Account {
        let measures = moves.enumerated().map { number, moves in
            Example.measure("Score \(number + 1)", moves: moves, higherIsBetter: higherIsBetter)
        }
        let outcome = Example.outcome(row: 1, "Members", "Calmer", quantity: quantity, proxy: "100")
        return try Account(
            of: Example.understanding(inputs: inputs, outcomes: [outcome], measures: measures), facts: Example.facts)
    }

    private func finding(_ account: Account) -> [String] { account.finding.map(Catalogue.english.text) }

    @Test func `tells inputs of nothing from inputs that nobody stated`() throws {
        #expect(try finding(account(inputs: [])).last?.contains("no inputs were stated") == true)
        let nothing = try account(inputs: [0])
        #expect(finding(nothing).last?.contains("what was put in is stated as nothing") == true)
        #expect(nothing.figure("ratio")?.value == nil)
    }

    @Test func `says less than a penny where the ratio would read as nothing`() throws {
        #expect(try finding(account(inputs: [50_000])).last?.contains("less than £0.01 of social value") == true)
        #expect(try finding(account(inputs: [50_000], quantity: .number(0))).last?.contains("£0.00") == true)
    }

    private static let up = (0..<12).map { 2 + Double($0 % 2) }
    private static let down = up.map { -$0 }
    private static let unclear = (0..<12).map { Double($0 % 2) * 2 - 1 }

    // People moved by 2 and 3 in turn: by 2.50 on average.
    @Test(arguments: [
        (
            [up, up], true,
            "Both things that were measured got clearly better, on average: “Score 1” 2.50 points higher, “Score 2” 2.50 points higher."
        ),
        (
            [down, down], false,
            "Both things that were measured got clearly better, on average: “Score 1” 2.50 points lower (lower is better), “Score 2” 2.50 points lower (lower is better)."
        ),
        (
            [up, up, up], true,
            "All 3 things that were measured got clearly better, on average: “Score 1” 2.50 points higher, “Score 2” 2.50 points higher and 1 more."
        ),
        (
            [up, down], true,
            "Of 2 things that were measured: 1 clearly better (“Score 1” 2.50 points higher), 1 clearly worse (“Score 2” 2.50 points lower)."
        ),
        (
            [up, unclear, down], true,
            "Of 3 things that were measured: 1 clearly better (“Score 1” 2.50 points higher), 1 clearly worse (“Score 3” 2.50 points lower), 1 too early to say (“Score 2”)."
        ),
        (
            [unclear, unclear], true,
            "Of 2 things that were measured, none shows a clear change yet: “Score 1”, “Score 2”."
        ),
    ])
    func `tells what got better from what got worse`(moves: [[Double]], higherIsBetter: Bool, sentence: String) throws {
        let account = try account(inputs: [100], moves: moves, higherIsBetter: higherIsBetter)
        #expect(finding(account).first == sentence)
    }

    @Test func `claims no worth where no outcome could be valued`() throws {
        // Two of twelve improved, which no account may say.
        let moves = (0..<12).map { $0 < 2 ? 9.0 : 0 }
        let account = try account(inputs: [100], quantity: .improved(measure: "Score 1"), moves: [moves])
        #expect(finding(account).last == "No outcome could be valued.")
        for id in ["ratio", "netRatio", "presentValue", "netPresentValue", "paybackMonths"] {
            let figure = try #require(account.figure(id))
            #expect(figure.value == nil && figure.low == nil && figure.high == nil)
        }
        #expect(account.figure("inputs")?.value == 100)
    }

    @Test func `without a comparison group it says that the service’s part can’t be told`() throws {
        let limit = try account(inputs: [100], moves: [Self.up]).findingLimit.map(Catalogue.english.text)
        #expect(
            limit
                == "There is no comparison group, so this account can’t tell how much of the change is due to the service."
        )
        #expect(try account(inputs: [100]).findingLimit == nil)
    }

    @Test(arguments: [
        (up, true, "2.50 points higher", "2.17 to 2.83 points higher", nil),
        (down, false, "2.50 points lower", "2.17 to 2.83 points lower", "(lower is better)"),
        (unclear, true, "0.00 points", "0.66 points lower to 0.66 points higher", nil),
    ])
    func `a change is read with its unit and its direction`(
        moves: [Double], higherIsBetter: Bool, reading: String, range: String, direction: String?
    ) throws {
        // By SciPy's t distribution with 11 degrees of freedom: half a width of 0.331811, and of 0.663622.
        let change = try account(inputs: [100], moves: [moves], higherIsBetter: higherIsBetter).figure("change.1")
        let figure = try #require(change)
        #expect(Catalogue.english.text(figure.reading) == reading)
        #expect(figure.range.map(Catalogue.english.text) == range)
        #expect(figure.direction.map(Catalogue.english.text) == direction)
    }

    @Test(arguments: [
        (Outcome.Start.after, "Months from when the changes begin until their value equals what was put in"),
        (Outcome.Start.during, "Months until the value equals what was put in"),
    ])
    func `months of payback are counted from when the changes begin`(start: Outcome.Start, name: String) throws {
        let outcome = Example.outcome(
            row: 1, "Members", "Calmer", quantity: .number(2), proxy: "100", duration: 3, start: start)
        let account = try Account(of: Example.understanding(outcomes: [outcome]), facts: Example.facts)
        let payback = try #require(account.figure("paybackMonths"))
        #expect(Catalogue.english.text(payback.name) == name)
        // 100 put in, 200 in the first year: half a year.
        #expect(payback.value == 6)
    }
}
