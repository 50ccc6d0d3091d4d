import FoundationEssentials
import Peers
import Valuation

extension ValueMap {
    /// A map with plausible numbers, one in ten of them at an end of what is allowed.
    static func random(using random: inout SplitMix) -> ValueMap {
        let inputs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Input(
                amount: amount(upTo: 10_000_000, &random),
                kind: Input.Kind.allCases.randomElement(using: &random) ?? .cash,
                year: Int.random(in: 0...3, using: &random) / 2)
        }
        let outcomes = (0..<Int.random(in: 1...6, using: &random)).map { index in
            var outcome = Outcome(
                stakeholder: "S\(index)", outcome: "O\(index)", quantity: amount(upTo: 500_000, &random),
                proxy: amount(upTo: 2_000_000, &random) * (Int.random(in: 0..<8, using: &random) == 0 ? -1 : 1),
                duration: Int.random(in: 0..<10, using: &random) == 0 ? 100 : Int.random(in: 1...8, using: &random),
                start: Outcome.Start.allCases.randomElement(using: &random) ?? .after)
            for assumption in Assumption.allCases where assumption.isShare {
                outcome[assumption] = share(&random)
            }
            if Int.random(in: 0..<3, using: &random) == 0 { outcome.discountRate = rate(&random) }
            return outcome
        }
        return ValueMap(
            discountRate: rate(&random), convention: Convention.allCases.randomElement(using: &random) ?? .endOfYear,
            inputs: inputs, outcomes: outcomes)
    }

    private static func amount(upTo pence: Int, _ random: inout SplitMix) -> Decimal {
        Int.random(in: 0..<20, using: &random) == 0 ? 0 : Decimal(Int.random(in: 1...pence, using: &random)) / 100
    }

    private static func share(_ random: inout SplitMix) -> Decimal {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: 1
        case 1...3: 0
        default: Decimal(Int.random(in: 0...1000, using: &random)) / 1000
        }
    }

    private static func rate(_ random: inout SplitMix) -> DiscountRate {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .standard
        case 1: .health
        default: .flat(Decimal(Int.random(in: 0...2000, using: &random)) / 10_000)
        }
    }
}
