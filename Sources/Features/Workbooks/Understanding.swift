package import Measurement
package import ValueMaps
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
