package import CanonicalJSON
import Accounts
import FoundationEssentials
import Lookup
import Valuation
import Vocabulary

extension AccountInWords {
    /// The reading as data (canonical JSON, RFC 8785): the headings, and by which figures of the original each outcome is told.
    package var json: JSON {
        [
            "format": "inside-outcomes/reading/1",
            "of": [
                "account": .string(account.reference.account), "edition": .integer(account.reference.edition),
                "sha256": .string(account.reference.digest),
            ],
            "scheme": Self.json(scheme),
            "headings": .array(headings.map(\.json)),
            "rest": .array(rest.map { Self.json($0) }),
            "totals": .array(account.totals.map(Self.json)),
        ]
    }

    fileprivate static func json(_ text: Text) -> JSON {
        ["words": .string(text.words), "language": text.language.map(JSON.string) ?? .null]
    }

    fileprivate static func json(_ outcome: SealedAccount.Outcome) -> JSON {
        [
            "outcome": .string(outcome.words), "stakeholder": outcome.stakeholder.map(JSON.string) ?? .null,
            "figures": .array(outcome.figures.map(json)),
        ]
    }

    private static func json(_ figure: Figure) -> JSON {
        [
            "id": .string(figure.id), "value": figure.value.map(number) ?? .null,
            "unit": .string(figure.unit.code),
        ]
    }

    fileprivate static func number(_ value: Decimal) -> JSON { .number(value.double) }
}

extension AccountInWords.Heading {
    fileprivate var json: JSON {
        [
            "words": AccountInWords.json(words), "code": code.map(JSON.string) ?? .null,
            "above": .array(above.map(AccountInWords.json)),
            "worth": worth.map(AccountInWords.number) ?? .null,
            "outcomes": .array(
                lines.map { line in
                    [
                        "likeness": .string(line.likeness.code), "also": .array(line.also.map(AccountInWords.json)),
                        "outcome": AccountInWords.json(line.outcome),
                    ]
                }),
        ]
    }
}
