import FoundationEssentials
import Peers
import Testing
import Valuation

@Suite struct BreakEvenTests {
    @Test func `each assumption has the value at which the ratio is 1 to 1, or none`() throws {
        // 10 x 100 x 0.8 = 800 for 400 of inputs at no discount.
        var row = Outcome(stakeholder: "A", outcome: "B", quantity: 10, proxy: 100)
        row.deadweight = Decimal(2) / 10
        let map = ValueMap(discountRate: .flat(0), inputs: [Input(amount: 400)], outcomes: [row])
        let found = try breakEvens(of: map)
        #expect(found.map(\.assumption) == Assumption.allCases)
        let values = Dictionary(uniqueKeysWithValues: found.map { ($0.assumption, $0.value) })
        #expect(values[.quantity] == 5)
        #expect(values[.proxy] == 50)
        #expect(values[.deadweight] == Decimal(6) / 10)
        #expect(values[.displacement] == Decimal(5) / 10)
        #expect(values[.attribution] == Decimal(5) / 10)
        // One year only: drop-off changes nothing.
        #expect(values[.dropOff] == .some(nil))
    }

    @Test func `where nothing was put in there is no break-even`() throws {
        let row = Outcome(stakeholder: "A", outcome: "B", quantity: 1, proxy: 1)
        #expect(try breakEvens(of: ValueMap(inputs: [], outcomes: [row])).isEmpty)
    }

    @Test
    func `putting a break-even value into the map makes the ratio 1, and where there is none the ends don't reach it`()
        throws
    {
        var random = SplitMix(seed: 21)
        for _ in 0..<40 {
            let map = ValueMap.random(using: &random)
            guard let ratio = try value(map).ratio else { continue }
            for found in try breakEvens(of: map) {
                func ratioAt(_ value: Decimal) throws -> Decimal {
                    var changed = map
                    changed.outcomes[found.outcome][found.assumption] = value
                    return try #require(try Valuation.value(changed).ratio)
                }
                if let value = found.value {
                    let tolerance = (found.assumption == .dropOff ? 1e-6 : 1e-20) * max(1, ratio.magnitude.double)
                    #expect((try ratioAt(value) - 1).magnitude.double < tolerance)
                } else if found.assumption.isShare {
                    let ends = [try ratioAt(0), try ratioAt(1)]
                    #expect(ends.allSatisfy { $0 < 1 } || ends.allSatisfy { $0 > 1 })
                }
            }
        }
    }
}
