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

    @Test(arguments: [
        ([up, up], true, "Both things that were measured got clearly better."),
        ([down, down], false, "Both things that were measured got clearly better."),
        ([up, up, up], true, "All 3 things that were measured got clearly better."),
        ([up, down], true, "Of 2 things that were measured: 1 clearly better, 1 clearly worse."),
        ([up, up], false, "Of 2 things that were measured: 2 clearly worse."),
        (
            [up, unclear, down], true,
            "Of 3 things that were measured: 1 clearly better, 1 clearly worse, 1 too early to say."
        ),
        ([unclear, unclear], true, "Of 2 things that were measured, none shows a clear change yet."),
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
}
