import FoundationEssentials
import Testing
import Words

@testable import Accounts

@Suite("A figure as it is read") struct FigureTests {
    private func figure(_ value: String?, from low: String? = nil, to high: String? = nil, in unit: Unit) -> Figure {
        func decimal(_ text: String?) -> Decimal? { text.flatMap { Decimal(string: $0) } }
        return Figure(
            id: "ratio", name: "Ratio", value: decimal(value), low: decimal(low), high: decimal(high), unit: unit,
            source: "", method: "", confidence: "", derivation: Derivation(rule: ""))
    }

    private func english(_ phrase: Phrase?) -> String? { phrase.map(Catalogue.english.text) }

    @Test(arguments: [
        ("1794.342236", Unit.money("GBP"), "£1,794"), ("99.5", .money("GBP"), "£99.50"),
        ("1.834925", .ratio, "1.83 to 1"), ("185", .people, "185"), ("7.25", .months, "7.3 months"),
        ("0.646", .share, "65%"), ("0.004", .share, "0.4%"), ("2.5", .quantity("visits"), "2.5"),
    ])
    func `is rounded as its unit asks`(value: String, unit: Unit, text: String) {
        #expect(english(figure(value, in: unit).reading) == text)
    }

    @Test func `keeps no more places than its unit has`() {
        #expect(figure("1794.345", in: .money("GBP")).value == Decimal(string: "1794.35"))
        #expect(figure("1.83492549", in: .ratio).value == Decimal(string: "1.834925"))
    }

    @Test func `has a range only where both ends are known`() {
        #expect(english(figure("1.8", from: "1.2", to: "2.6", in: .ratio).range) == "1.20 to 2.60")
        #expect(figure("1.8", from: "1.2", in: .ratio).range == nil)
    }

    @Test func `says so where there is none`() {
        #expect(english(figure(nil, in: .ratio).reading) == "not stated")
    }
}
