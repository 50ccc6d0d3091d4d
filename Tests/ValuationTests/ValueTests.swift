import FoundationEssentials
import Peers
import Testing
import Valuation

@Suite struct ValueTests {
    private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(string: text)) }

    private func outcome(
        _ quantity: Decimal = 1, _ proxy: Decimal = 1, duration: Int = 1, start: Outcome.Start = .after
    ) -> Outcome {
        Outcome(
            stakeholder: "Young people", outcome: "Into work", quantity: quantity, proxy: proxy, duration: duration,
            start: start)
    }

    @Test func `a benefit during the activity falls in year 0 and isn't discounted`() throws {
        let valued = try value(
            ValueMap(inputs: [], outcomes: [outcome(10, 100, start: .during), outcome(10, 100, start: .after)]))
        #expect(valued.outcomes[0].startYear == 0)
        #expect(valued.outcomes[0].presentValue == 1000)
        #expect(valued.outcomes[1].startYear == 1)
        // 1,000 / 1.035
        #expect(valued.outcomes[1].presentValue.rounded(places: 2) == (try decimal("966.18")))
    }

    @Test func `a row's own rate holds for that row alone, and later inputs are discounted like benefits`() throws {
        var own = outcome(1, 1000)
        own.discountRate = .flat(0)
        let valued = try value(
            ValueMap(inputs: [Input(amount: 100, year: 1), Input(amount: 100)], outcomes: [own, outcome(1, 1000)]))
        #expect(valued.outcomes[0].presentValue == 1000)
        #expect(valued.outcomes[1].presentValue.rounded(places: 2) == (try decimal("966.18")))
        #expect(valued.inputs.rounded(places: 2) == (try decimal("196.62")))
    }

    @Test func `without inputs there is no ratio`() throws {
        let valued = try value(ValueMap(inputs: [], outcomes: [outcome(1, 100)]))
        #expect(valued.ratio == nil && valued.netRatio == nil)
        #expect(valued.paybackMonths == 0)
    }

    @Test(arguments: [0, -5])
    func `where the first year brings nothing there is no payback`(proxy: Int) throws {
        let valued = try value(ValueMap(inputs: [Input(amount: 100)], outcomes: [outcome(1, Decimal(proxy))]))
        #expect(valued.paybackMonths == nil)
        #expect(!valued.isPaidBack)
    }

    @Test func `a payback longer than the benefits last, or a ratio below 1, is not paid back`() throws {
        // 150 of inputs against 100 a year: 18 months, and the benefits last 12 or 24.
        func valued(years: Int) throws -> Valued {
            try value(ValueMap(inputs: [Input(amount: 150)], outcomes: [outcome(1, 100, duration: years)]))
        }
        #expect(try valued(years: 1).paybackMonths == 18)
        #expect(try !valued(years: 1).isPaidBack)
        #expect(try valued(years: 2).isPaidBack)
    }

    @Test func `what is outside its domain is refused`() throws {
        func refusal(_ change: (inout Outcome) -> Void) -> ValuationError? {
            var row = outcome()
            change(&row)
            do {
                _ = try value(ValueMap(inputs: [], outcomes: [row]))
                return nil
            } catch { return error }
        }
        #expect(refusal { $0.quantity = -1 } == .quantityNegative(outcome: 0, -1))
        #expect(refusal { $0.deadweight = 2 } == .shareOutOfRange(outcome: 0, .deadweight, 2))
        #expect(refusal { $0.dropOff = -1 } == .shareOutOfRange(outcome: 0, .dropOff, -1))
        #expect(refusal { $0.duration = 0 } == .durationOutOfRange(outcome: 0, 0))
        #expect(refusal { $0.duration = 101 } == .durationOutOfRange(outcome: 0, 101))
        #expect(refusal { $0.discountRate = .flat(1) } == .rateOutOfRange(outcome: 0, 1))
        for assumption in Assumption.allCases {
            #expect(refusal { $0[assumption] = .nan } == .tooLarge(outcome: 0))
        }
        #expect(refusal { $0.proxy = Decimal(sign: .plus, exponent: 100, significand: 1) } == .tooLarge(outcome: 0))
        #expect(throws: ValuationError.rateOutOfRange(outcome: nil, .nan)) {
            try value(ValueMap(discountRate: .flat(.nan), inputs: [], outcomes: []))
        }
        #expect(throws: ValuationError.amountNegative(input: 0, -1)) {
            try value(ValueMap(inputs: [Input(amount: -1)], outcomes: []))
        }
        #expect(throws: ValuationError.yearOutOfRange(input: 0, 101)) {
            try value(ValueMap(inputs: [Input(amount: 1, year: 101)], outcomes: []))
        }
    }

    @Test func `heavy drop-off over a hundred years ends at nothing`() throws {
        var row = outcome(1000, 1000, duration: 100)
        row.dropOff = Decimal(95) / 100
        let valued = try value(ValueMap(inputs: [], outcomes: [row]))
        #expect(valued.outcomes[0].years.count == 100)
        #expect(valued.outcomes[0].years[99].rounded(places: 2) == 0)
        // A geometric series: 1,000,000 / (1.035 - 0.05)
        #expect(valued.presentValue.rounded(places: 2) == (try decimal("1015228.43")))
    }

    @Test func `numbers of any size give a figure or a refusal, and never something that isn't a number`() {
        var random = SplitMix(seed: 99)
        func any() -> Decimal {
            Decimal(
                sign: Bool.random(using: &random) ? .plus : .minus,
                exponent: Int.random(in: -128...108, using: &random),
                significand: Decimal(UInt64.random(in: 0...UInt64.max, using: &random)))
        }
        for _ in 0..<1_000 {
            var row = outcome(any(), any(), duration: Int.random(in: -1...102, using: &random))
            if Bool.random(using: &random) { row.quantity = row.quantity.magnitude }
            for assumption in Assumption.allCases where assumption.isShare && Bool.random(using: &random) {
                row[assumption] =
                    Bool.random(using: &random) ? any() : Decimal(Int.random(in: 0...100, using: &random)) / 100
            }
            let map = ValueMap(inputs: [Input(amount: any().magnitude)], outcomes: [row])
            _ = try? sensitivity(
                of: map, to: [AssumptionRange(outcome: 0, assumption: .proxy, low: any(), high: any())])
            _ = try? breakEvens(of: map)
            _ = defaultRange(for: .quantity, value: any())
            guard let valued = try? value(map) else { continue }
            let figures = [
                valued.inputs, valued.presentValue, valued.netPresentValue, valued.ratio ?? 0, valued.netRatio ?? 0,
                valued.paybackMonths ?? 0, valued.firstYear,
            ]
            for figure in figures { #expect(!figure.isNaN) }
        }
    }

    @Test func `more of a good thing is never worth less, and more that reduces it is never worth more`() throws {
        var random = SplitMix(seed: 4)
        for _ in 0..<200 {
            let map = ValueMap.random(using: &random)
            guard let ratio = try value(map).ratio else { continue }
            let place = Int.random(in: 0..<map.outcomes.count, using: &random)
            let sign: Decimal = map.outcomes[place].proxy < 0 ? -1 : 1
            for assumption in Assumption.allCases {
                var changed = map
                let now = changed.outcomes[place][assumption]
                let step: Decimal = assumption.isShare ? (1 - now) / 2 : 10
                changed.outcomes[place][assumption] = now + step
                let after = try #require(try value(changed).ratio)
                let gain: Decimal
                switch assumption {
                case .proxy: gain = after - ratio
                case .quantity: gain = sign * (after - ratio)
                default: gain = sign * (ratio - after)
                }
                #expect(gain >= 0)
            }
        }
    }
}
