package import Accounts
import Documents
package import CanonicalJSON
import FoundationEssentials
import Valuation
package import Words

/// The account as canonical JSON (RFC 8785), after `schemas/account.schema.json`.
package struct AccountJSON: Sendable {
    let account: Account
    let catalogue: Catalogue

    package init(_ account: Account, in catalogue: Catalogue) {
        self.account = account
        self.catalogue = catalogue
    }

    package var document: JSON {
        .object([
            "format": "inside-outcomes/account/1",
            "about": about,
            "finding": .array(account.finding.map(text)),
            "findingLimit": account.findingLimit.map(text) ?? .null,
            "ownWords": ownWords,
            "figures": .array(account.figures.map(figure)),
            "outcomes": .array(account.worth.outcomes.map(outcome) + account.changes.map(change)),
            "groups": .array(account.changes.map(groups)),
            "assumptions": .array(account.assumptions.map(assumption)),
            "unknowns": .array(account.unknowns.map(text)),
            "cautions": .array(account.cautions.map(text)),
            "check": check,
        ])
    }

    private var about: JSON {
        [
            "provider": .text(account.about.provider),
            "commissioner": .text(account.about.commissioner),
            "service": .text(account.about.service),
            "period": .text(account.about.period.map(catalogue.text)),
            "currency": .string(account.about.currency),
            "language": .string(account.about.language),
            "convention": .string(account.about.convention.rawValue),
            "discountRate": discountRate(account.about.discountRate),
        ]
    }

    private var ownWords: JSON {
        .object(
            Dictionary(
                uniqueKeysWithValues: OwnWordsPart.Topic.allCases.map { topic in
                    (topic.rawValue, JSON.text(account.ownWords[topic]))
                }))
    }

    private var check: JSON {
        [
            "date": .string(account.facts.date.description), "version": .string(account.facts.version),
            "workbook": .string(account.facts.workbookName),
            "workbookSHA256": .string(account.facts.workbookDigest),
            "options": .array(account.facts.options.map(JSON.string)), "edition": .integer(account.facts.edition),
            "correction": .text(account.facts.correction),
        ]
    }

    private func figure(_ figure: Figure) -> JSON {
        var members: [String: JSON] = [
            "id": .string(figure.id), "name": text(figure.name), "value": number(figure.value),
            "low": number(figure.low), "high": number(figure.high), "unit": .string(figure.unit.code),
            "period": .text(account.about.period.map(catalogue.text)), "source": text(figure.source),
            "method": text(figure.method),
            "confidence": text(figure.confidence),
            "derivation": [
                "rule": text(figure.derivation.rule),
                "figures": .array(figure.derivation.figures.map(JSON.string)),
                "cells": .array(figure.derivation.cells.map(JSON.string)),
            ],
            "withheld": figure.withheld.map(text) ?? .null,
        ]
        if let groups = figure.groups {
            members["n"] = groups.count.map(JSON.integer) ?? .null
            members["nComparison"] = groups.comparisonCount.map(JSON.integer) ?? .null
            members["mean"] = number(groups.mean)
            members["meanComparison"] = number(groups.comparisonMean)
            members["meanBefore"] = number(groups.meanBefore)
            members["meanComparisonBefore"] = number(groups.comparisonMeanBefore)
        }
        return .object(members)
    }

    private func outcome(_ line: OutcomeLine) -> JSON {
        [
            "kind": "valued", "stakeholder": .string(line.stakeholder), "outcome": .string(line.outcome),
            "concept": .null,
            "figures": .array([line.quantity, line.firstYear, line.presentValue].map { .string($0.id) }),
        ]
    }

    private func change(_ section: ChangeSection) -> JSON {
        [
            "kind": "measured", "outcome": .string(section.name), "concept": .text(section.concept),
            "figures": .array(([section.main] + section.beside).map { .string($0.id) }),
        ]
    }

    /// What leaves the provider of each group's values: a count, a sum and a sum of squares.
    private func groups(_ section: ChangeSection) -> JSON {
        [
            "change": .string(section.main.id),
            "groups": .array(
                section.groups.map { group in
                    [
                        "group": group.isComparison ? "comparison" : "programme", "before": sums(group.sums?.before),
                        "after": sums(group.sums?.after), "change": sums(group.sums?.change),
                    ]
                }),
        ]
    }

    private func sums(_ sums: GroupSums.Sums?) -> JSON {
        guard let sums else { return .null }
        return [
            "n": .integer(sums.count), "sum": .number(sums.sum), "sumOfSquares": .number(sums.sumOfSquares),
        ]
    }

    private func assumption(_ assumption: StatedAssumption) -> JSON {
        [
            "name": text(assumption.name), "value": text(assumption.value), "source": text(assumption.source),
            "cell": .text(assumption.cell),
        ]
    }

    private func discountRate(_ rate: DiscountRate) -> JSON {
        switch rate {
        case .flat(let rate): .number(rate.double)
        case .standard: "standard"
        case .health: "health"
        }
    }

    private func text(_ phrase: Phrase) -> JSON { .string(catalogue.text(phrase)) }

    private func number(_ value: Decimal?) -> JSON { value.map { .number($0.double) } ?? .null }
}
