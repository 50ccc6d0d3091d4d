import Accounts
import Words

/// The sheets' names in the account's language, within what a spreadsheet allows.
struct SheetNames {
    let catalogue: Catalogue

    var account: String { name("Account") }
    var changes: String { name("What changed") }
    var map: String { name("Value map") }
    var years: String { name("Years") }
    var sensitivity: String { name("Sensitivity") }
    var assumptions: String { name("Assumptions") }
    var check: String { name("How to check") }
    var rows: String { name("People, one a line") }

    func text(_ phrase: Phrase) -> String { catalogue.text(phrase) }

    private func name(_ phrase: Phrase) -> String {
        let allowed = catalogue.text(phrase).filter { !"[]:*?/\\".contains($0) }
        return String(allowed.prefix(31))
    }
}
