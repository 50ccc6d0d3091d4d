package import Documents
import FoundationEssentials
package import Valuation
package import Words

/// Who, for whom, what and when; nil is "not stated" and is listed under what we don't know.
package struct About: Sendable, Equatable {
    package var provider: Sourced<String>?
    package var commissioner: Sourced<String>?
    package var service: Sourced<String>?
    /// As it was typed, or made of two days.
    package var period: Sourced<Phrase>?
    package var currency: Sourced<String>
    package var language: Sourced<String>
    package var discountRate: Sourced<DiscountRate>
    package var convention: Sourced<Convention>

    package init(
        provider: Sourced<String>?, commissioner: Sourced<String>?, service: Sourced<String>?, period: Sourced<Phrase>?,
        currency: Sourced<String>, language: Sourced<String>, discountRate: Sourced<DiscountRate>,
        convention: Sourced<Convention>
    ) {
        self.provider = provider
        self.commissioner = commissioner
        self.service = service
        self.period = period
        self.currency = currency
        self.language = language
        self.discountRate = discountRate
        self.convention = convention
    }

    /// What is in force, as the fields of the form show it, by the names of the options.
    package var texts: [String: String] {
        var texts = [
            "currency": currency.value, "language": language.value, "convention": convention.value.rawValue,
            "discount-rate": Self.text(of: discountRate.value),
        ]
        texts["provider"] = provider?.value
        texts["commissioner"] = commissioner?.value
        texts["service"] = service?.value
        texts["period"] = (period?.value).map(Catalogue.english.text)
        return texts
    }

    /// As a person would type it: `3.5 %`, or the name of a series.
    private static func text(of rate: DiscountRate) -> String {
        switch rate {
        case .flat(let rate): "\((rate * 100).description)%"
        default: "\(rate)"
        }
    }
}
