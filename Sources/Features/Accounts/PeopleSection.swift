package import Words

/// Who took part: counts by group, and characteristics with small numbers hidden.
package struct PeopleSection: Sendable {
    package var people: Figure
    package var comparison: Figure?
    package var tables: [CharacteristicTable]
    package var notes: [Phrase]

    package init(people: Figure, comparison: Figure? = nil, tables: [CharacteristicTable], notes: [Phrase]) {
        self.people = people
        self.comparison = comparison
        self.tables = tables
        self.notes = notes
    }
}

/// A characteristic of the people, by group.
package struct CharacteristicTable: Sendable {
    package var name: String
    package var rows: [CharacteristicRow]
    package var cells: String

    package init(name: String, rows: [CharacteristicRow], cells: String) {
        self.name = name
        self.rows = rows
        self.cells = cells
    }
}

package struct CharacteristicRow: Sendable {
    /// The category as the provider wrote it; nil for people without an entry, and for an average.
    package var label: Phrase
    package var programme: ShownNumber
    package var comparison: ShownNumber?

    package init(label: Phrase, programme: ShownNumber, comparison: ShownNumber? = nil) {
        self.label = label
        self.programme = programme
        self.comparison = comparison
    }
}
