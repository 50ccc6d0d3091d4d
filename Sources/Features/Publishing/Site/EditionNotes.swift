package import HTML
import Words

/// What tells the editions of an account apart wherever one is read: that it was corrected, what it corrects, and which there are.
package struct EditionNotes: Sendable {
    private let account: KeptAccount
    private let edition: Edition
    private let address: @Sendable (Int?) -> String

    /// - Parameters:
    ///   - edition: the one that is read.
    ///   - address: where an edition is read in the same words, by its number; nil for the current one.
    package init(_ account: KeptAccount, _ edition: Edition, address: @escaping @Sendable (Int?) -> String) {
        self.account = account
        self.edition = edition
        self.address = address
    }

    @HTMLBuilder package var superseded: HTML {
        if edition.state == .published, let current = account.current, current.number > edition.number {
            div(.classes("banner banner-problem"), .role("note")) {
                p { "This edition was corrected. The reason: \(current.reason ?? "")" }
                p { a(.href(address(nil))) { "Read edition \(current.number), which stands beside this one" } }
            }
        }
    }

    /// A correction and what it corrects are read side by side.
    @HTMLBuilder package var earlier: HTML {
        if let earlier = account.published.last(where: { $0.number < edition.number }) {
            div(.classes("banner"), .role("note")) {
                p {
                    "Edition \(edition.number) corrects an earlier one."
                    verbatim(" ")
                    a(.href(address(earlier.number))) { "Read edition \(earlier.number), which stands beside this one" }
                }
            }
        }
    }

    @HTMLBuilder package var all: HTML {
        if account.published.count > 1 {
            section(.id("editions")) {
                h2 { "Editions of this account" }
                ol(.classes("next-steps")) { for each in account.published.reversed() { li { line(each) } } }
            }
        }
    }

    private func line(_ each: Edition) -> HTML {
        .group([
            each.number == edition.number
                ? strong { "Edition \(each.number), which you are reading" }
                : a(.href(address(each.number))) { "Edition \(each.number)" },
            each.published.map { date in
                .group([verbatim(" "), span(.classes("step-since")) { "published \(CivilDate(date).argument)" }])
            } ?? .nothing,
            each.reason.map { reason in p { "The reason for the correction: \(reason)" } } ?? .nothing,
        ])
    }
}
