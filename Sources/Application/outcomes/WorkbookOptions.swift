import Words
import Workbooks

/// The options that say what a workbook doesn't; `account` and `understand` share them.
enum WorkbookOptions {
    static let all = [
        Option("provider", value: "NAME", "Who provides the service."),
        Option("commissioner", value: "NAME", "Who the account is for."),
        Option("service", value: "NAME", "What the service is called."),
        Option("period", value: "TEXT", "The period of the account, such as “April 2025 to March 2026”."),
        Option("currency", value: "CODE", "The currency of all money, such as GBP."),
        Option("language", value: "en|cy", "The language of the account."),
        Option("discount-rate", value: "RATE", "A flat rate a year, such as 0.035, or standard or health."),
        Option("convention", value: "NAME", "When a year’s value counts: endOfYear, midYear or startOfYear."),
        Option("take", value: "\"SHEET!COLUMN=MEANING\"", "What a column means. May be given more than once."),
    ]
}

extension ImportOptions {
    init(_ arguments: Arguments) {
        self.init(
            provider: arguments.value("provider"), commissioner: arguments.value("commissioner"),
            service: arguments.value("service"), period: arguments.value("period"),
            currency: arguments.value("currency"), language: arguments.value("language"),
            discountRate: arguments.value("discount-rate"), convention: arguments.value("convention"),
            takes: arguments.values("take"))
    }
}
