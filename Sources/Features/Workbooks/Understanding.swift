package import Documents
package import Measurement
package import ValueMaps
package import Valuation
package import Words

/// What a provider's workbook was understood to say. Everything that an account needs, and nothing that names a person.
package struct Understanding: Sendable {
    package var about: About
    package var map: EnteredValueMap
    package var participants: ParticipantRecords?
    package var ownWords: OwnWords
    /// What each sheet and column was taken for, for the preview.
    package var sheets: [TakenSheet]
    /// What the person should know and need not act on: hidden rows, totals left out, columns about persons left unread.
    package var notes: [Phrase]

    package init(
        about: About, map: EnteredValueMap, participants: ParticipantRecords?, ownWords: OwnWords, sheets: [TakenSheet],
        notes: [Phrase]
    ) {
        self.about = about
        self.map = map
        self.participants = participants
        self.ownWords = ownWords
        self.sheets = sheets
        self.notes = notes
    }
}

/// Who, for whom, what and when; nil is "not stated" and is listed under what we don't know.
package struct About: Sendable, Equatable {
    package var provider: Sourced<String>?
    package var commissioner: Sourced<String>?
    package var service: Sourced<String>?
    /// As it was typed, or made of two days.
    package var period: Sourced<Phrase>?
    package var currency: Sourced<String>
    package var language: Sourced<String>
    package var discountRate: Sourced<DiscountRate>
    package var convention: Sourced<Convention>

    package init(
        provider: Sourced<String>?, commissioner: Sourced<String>?, service: Sourced<String>?, period: Sourced<Phrase>?,
        currency: Sourced<String>, language: Sourced<String>, discountRate: Sourced<DiscountRate>,
        convention: Sourced<Convention>
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

/// The provider's own words from the sheet `In our words`. `story` is nil unless its row says that consent was given.
package struct OwnWords: Sendable, Equatable {
    package var whatWeDid: String?
    package var story: String?
    package var storyLeftOut: Bool
    package var whatWeLearned: String?
    package var whatNext: String?

    package init(
        whatWeDid: String? = nil, story: String? = nil, storyLeftOut: Bool = false, whatWeLearned: String? = nil,
        whatNext: String? = nil
    ) {
        self.whatWeDid = whatWeDid
        self.story = story
        self.storyLeftOut = storyLeftOut
        self.whatWeLearned = whatWeLearned
        self.whatNext = whatNext
    }
}

package struct TakenSheet: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case valueMap, participants, ownWords, about, notUsed }

    package var name: String
    package var kind: Kind
    package var headerRow: Int?
    package var columns: [TakenColumn]

    package init(name: String, kind: Kind, headerRow: Int?, columns: [TakenColumn]) {
        self.name = name
        self.kind = kind
        self.headerRow = headerRow
        self.columns = columns
    }
}

/// One column and what it was taken for. `meaning` is a stable code that `--take` and the form accept (`deadweight`).
package struct TakenColumn: Sendable, Equatable {
    package enum Basis: String, Sendable { case recognised, guessed, chosen, remembered }

    package var column: Int
    package var header: String
    package var meaning: String
    package var basis: Basis
    /// The first few values, as text, so that a person can see whether the guess is right; empty for columns left unread.
    package var examples: [String]
    /// A sentence that says how it was read, where that is worth saying ("25 % of the change is due to others").
    package var reading: Phrase?

    package init(
        column: Int, header: String, meaning: String, basis: Basis, examples: [String], reading: Phrase? = nil
    ) {
        self.column = column
        self.header = header
        self.meaning = meaning
        self.basis = basis
        self.examples = examples
        self.reading = reading
    }
}
