package import Valuation
package import Words

/// Who an account is about and for whom, and on what terms it is worked out; nil is "not stated".
///
/// Where each of these comes from stands among the account's assumptions.
package struct Subject: Sendable, Equatable {
    package var provider: String?
    package var commissioner: String?
    package var service: String?
    package var period: Phrase?
    package var currency: String
    package var language: String
    package var discountRate: DiscountRate
    package var convention: Convention

    package init(
        provider: String? = nil, commissioner: String? = nil, service: String? = nil, period: Phrase? = nil,
        currency: String, language: String, discountRate: DiscountRate, convention: Convention
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
}
