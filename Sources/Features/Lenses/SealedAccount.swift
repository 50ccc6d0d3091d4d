package import Accounts
package import CanonicalJSON
import FoundationEssentials
import Words

/// What a published account says, read from its figures as data. Nothing is worked out anew.
package struct SealedAccount: Sendable {
    /// By what the account can be found and checked, whatever words it is read in.
    package struct Reference: Sendable, Equatable {
        package let account: String
        package let edition: Int
        /// SHA-256 of the account as data, in hexadecimal.
        package let digest: String
        package let isDraft: Bool

        package init(account: String, edition: Int, digest: String, isDraft: Bool) {
            self.account = account
            self.edition = edition
            self.digest = digest
            self.isDraft = isDraft
        }
    }

    /// One outcome in the provider's words, with its figures.
    package struct Outcome: Sendable, Equatable {
        package let words: String
        /// For whom; nil for what was measured.
        package let stakeholder: String?
        package let figures: [Figure]

        /// What a measure is called by the account itself: it has no worth of its own.
        package var isMeasured: Bool { stakeholder == nil }
        /// What it is worth today; nil where it was measured and not valued, or may not be shown.
        package var worth: Figure? { figures.first { $0.id.hasSuffix(".presentValue") } }
    }

    package let reference: Reference
    package let provider: String?
    package let commissioner: String?
    package let service: String?
    package let period: String?
    package let language: String
    /// The account's date, `2026-03-31`.
    package let date: String
    package let outcomes: [Outcome]
    /// What was put in, what it is worth, the ratio: in the account's order.
    package let totals: [Figure]
    /// What each figure is called, by its identifier.
    package let names: [String: String]

    /// - Returns: nil where this is no account as data.
    package init?(_ json: JSON, reference: Reference) {
        guard json["format"]?.stringValue == "inside-outcomes/account/1", let about = json["about"],
            let language = about["language"]?.stringValue, let date = json["check"]?["date"]?.stringValue,
            let figures = json["figures"]?.arrayValue, let outcomes = json["outcomes"]?.arrayValue
        else { return nil }
        var known: [String: Figure] = [:]
        var names: [String: String] = [:]
        var totals: [Figure] = []
        for json in figures {
            guard let figure = Figure(json) else { return nil }
            known[figure.id] = figure
            names[figure.id] = json["name"]?.stringValue
            if Self.totals.contains(figure.id) { totals.append(figure) }
        }
        var read: [Outcome] = []
        for outcome in outcomes {
            guard let words = outcome["outcome"]?.stringValue else { return nil }
            let own = (outcome["figures"]?.arrayValue ?? []).compactMap(\.stringValue).compactMap { known[$0] }
            read.append(Outcome(words: words, stakeholder: outcome["stakeholder"]?.stringValue, figures: own))
        }
        self.reference = reference
        self.names = names
        self.language = language
        self.date = date
        self.totals = totals
        self.outcomes = read
        provider = about["provider"]?.stringValue
        commissioner = about["commissioner"]?.stringValue
        service = about["service"]?.stringValue
        period = about["period"]?.stringValue
    }

    /// Those that say something of the whole; the others belong to an outcome or a stakeholder, whose words change.
    private static let totals: Set<String> = [
        "people", "people.comparison", "inputs", "presentValue", "netPresentValue", "ratio", "netRatio",
        "paybackMonths",
    ]
}

extension Figure {
    /// A figure of an account as data, its sentences in the account's language.
    fileprivate init?(_ json: JSON) {
        guard let id = json["id"]?.stringValue, let name = json["name"]?.stringValue,
            let unit = json["unit"]?.stringValue
        else { return nil }
        func identifiers(_ member: String) -> [String] {
            (json["derivation"]?[member]?.arrayValue ?? []).compactMap(\.stringValue)
        }
        func sentence(_ member: JSON?) -> Phrase { Phrase(verbatim: member?.stringValue ?? "") }
        self.init(
            id: id, name: Phrase(verbatim: name), value: json["value"]?.decimal, low: json["low"]?.decimal,
            high: json["high"]?.decimal, unit: Unit(code: unit), source: sentence(json["source"]),
            method: sentence(json["method"]), confidence: sentence(json["confidence"]),
            derivation: Derivation(
                rule: sentence(json["derivation"]?["rule"]), figures: identifiers("figures"),
                cells: identifiers("cells")),
            withheld: json["withheld"]?.stringValue.map { Phrase(verbatim: $0) })
    }
}

extension JSON {
    /// The number as it is written; nil for anything else.
    fileprivate var decimal: Decimal? { numberValue.flatMap { Decimal(string: "\($0)") } }
}
