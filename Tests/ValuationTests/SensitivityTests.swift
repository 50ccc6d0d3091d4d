import FoundationEssentials
import Peers
import Testing
import Valuation

@Suite struct SensitivityTests {
    @Test func `one assumption at a time moves the ratio by its own range, the widest first`() throws {
        // 10 x 100 = 1,000 of benefit at no discount for 500 of inputs: 2:1. Deadweight 0 to 0.5 halves it, quantity 9 to 11
        // moves it by a tenth either way.
        var map = ValueMap(discountRate: .flat(0), inputs: [Input(amount: 500)], outcomes: [])
        map.outcomes = [Outcome(stakeholder: "A", outcome: "B", quantity: 10, proxy: 100)]
        let half = Decimal(1) / 2
        let found = try #require(
            try sensitivity(
                of: map,
                to: [
                    AssumptionRange(outcome: 0, assumption: .quantity, low: 9, high: 11),
                    AssumptionRange(outcome: 0, assumption: .deadweight, low: 0, high: half),
                ]))
        #expect(found.ratio == 2)
        #expect(found.rows.map(\.range.assumption) == [.deadweight, .quantity])
        #expect(found.rows[0].ratioAtLow == 2 && found.rows[0].ratioAtHigh == 1)
        #expect(found.rows[1].ratioAtLow == Decimal(18) / 10 && found.rows[1].ratioAtHigh == Decimal(22) / 10)
        // 9 x 100 x 0.5 / 500 and 11 x 100 / 500
        #expect(found.lowest == Decimal(9) / 10)
        #expect(found.highest == Decimal(22) / 10)
    }

    @Test func `without inputs there is no sensitivity, and a range that makes no sense is refused`() throws {
        let row = Outcome(stakeholder: "A", outcome: "B", quantity: 1, proxy: 1)
        #expect(try sensitivity(of: ValueMap(inputs: [], outcomes: [row]), to: []) == nil)
        let map = ValueMap(inputs: [Input(amount: 1)], outcomes: [row])
        for range in [
            AssumptionRange(outcome: 1, assumption: .proxy, low: 0, high: 1),
            AssumptionRange(outcome: 0, assumption: .proxy, low: 2, high: 1),
        ] {
            #expect(throws: ValuationError.rangeInvalid(outcome: range.outcome, .proxy)) {
                try sensitivity(of: map, to: [range])
            }
        }
    }

    @Test func `the ends taken together are the lowest and the highest of all combinations of ends`() throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<40 {
            var map = ValueMap.random(using: &random)
            map.outcomes = Array(map.outcomes.prefix(2)).map { row in
                var row = row
                row.duration = min(row.duration, 4)
                return row
            }
            guard let now = try value(map).ratio else { continue }
            let ranges = map.outcomes.indices.flatMap { index in
                Assumption.allCases.filter { _ in Int.random(in: 0..<2, using: &random) == 0 }.map { assumption in
                    let ends = defaultRange(for: assumption, value: map.outcomes[index][assumption])
                    return AssumptionRange(outcome: index, assumption: assumption, low: ends.low, high: ends.high)
                }
            }.prefix(6)
            var ratios: [Decimal] = [now]
            for choice in 0..<(1 << ranges.count) {
                var changed = map
                for (bit, range) in ranges.enumerated() {
                    changed.outcomes[range.outcome][range.assumption] = choice >> bit & 1 == 0 ? range.low : range.high
                }
                ratios.append(try #require(try value(changed).ratio))
            }
            let found = try #require(try sensitivity(of: map, to: Array(ranges)))
            let lowest = try #require(ratios.min())
            let highest = try #require(ratios.max())
            // A row that is worth nothing shows no effect of its own, so only its own combinations can go further.
            let isPlain = map.outcomes.allSatisfy { row in
                Assumption.allCases.allSatisfy { $0.isShare ? row[$0] < 1 : row[$0] != 0 }
            }
            if isPlain {
                #expect((found.lowest - lowest).magnitude < Decimal(string: "1e-20")!)
                #expect((found.highest - highest).magnitude < Decimal(string: "1e-20")!)
            }
            #expect(found.lowest <= now && now <= found.highest)
            #expect(found.rows.map(\.spread) == found.rows.map(\.spread).sorted(by: >))
        }
    }

    @Test func `our own ends are a fifth of an amount and ten points of a share, cut to 0 to 1`() {
        let fifth = defaultRange(for: .proxy, value: -100)
        #expect(fifth.low == -120 && fifth.high == -80)
        #expect(defaultRange(for: .quantity, value: 10) == (8, 12))
        #expect(defaultRange(for: .deadweight, value: Decimal(5) / 100) == (0, Decimal(15) / 100))
        #expect(defaultRange(for: .dropOff, value: 1) == (Decimal(9) / 10, 1))
    }
}
