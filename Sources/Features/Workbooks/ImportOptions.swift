/// What a person states beside the workbook: options of the command or fields of the form, as they were typed.
///
/// None is required. `takes` answer how a column is to be read: `"Value map!Deadweight %=deadweight"`.
package struct ImportOptions: Sendable, Equatable {
    package var provider: String?
    package var commissioner: String?
    package var service: String?
    package var period: String?
    package var currency: String?
    package var language: String?
    package var discountRate: String?
    package var convention: String?
    package var takes: [String]

    package init(
        provider: String? = nil, commissioner: String? = nil, service: String? = nil, period: String? = nil,
        currency: String? = nil, language: String? = nil, discountRate: String? = nil, convention: String? = nil,
        takes: [String] = []
    ) {
        self.provider = provider
        self.commissioner = commissioner
        self.service = service
        self.period = period
        self.currency = currency
        self.language = language
        self.discountRate = discountRate
        self.convention = convention
        self.takes = takes
    }
}
