import Accounts
import Documents
import Workbooks

extension Subject {
    /// What was stated, without where: that stands among the assumptions.
    init(_ about: About) {
        self.init(
            provider: about.provider?.value, commissioner: about.commissioner?.value, service: about.service?.value,
            period: about.period?.value, currency: about.currency.value, language: about.language.value,
            discountRate: about.discountRate.value, convention: about.convention.value)
    }
}
