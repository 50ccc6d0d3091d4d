import Documents
import FoundationEssentials
import Valuation
import Words

extension About {
    /// What is in force, as the fields of the form show it, by the names of the options.
    package var texts: [String: String] {
        var texts = [
            "currency": currency.value, "language": language.value, "convention": convention.value.rawValue,
            "discount-rate": discountRate.value.text,
        ]
        texts["provider"] = provider?.value
        texts["commissioner"] = commissioner?.value
        texts["service"] = service?.value
        texts["period"] = (period?.value).map(Catalogue.english.text)
        return texts
    }
}

extension DiscountRate {
    /// As a person would type it: `3.5 %`, or the name of a series.
    package var text: String {
        switch self {
        case .flat(let rate): "\((rate * 100).description)%"
        default: "\(self)"
        }
    }
}
