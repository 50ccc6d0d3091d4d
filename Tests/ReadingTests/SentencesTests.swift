import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Sentences` {
    /// Both forms of a plural hold the same arguments, because a language chooses one of them by the count alone.
    @Test func `in the plural number their arguments alike`() throws {
        let rows: [[Cell]] = [
            Maps.first, Maps.header, Maps.funder, [nil, nil, nil, nil, nil, nil, nil, nil, nil, 30],
            ["Total", nil, 30_000], [], ["A note below."],
        ]
        let sheet = Sheet("Value map", [Maps.header] + rows, hiddenRows: [1])
        let understanding = try understood(sheet)
        let plurals = understanding.notes.filter { $0.plural != nil }
        #expect(plurals.count == 4, "\(understanding.notes.map(\.key))")
        for phrase in plurals {
            for number in 1...9 {
                let place = "{\(number)}"
                #expect(phrase.key.contains(place) == (phrase.plural?.key.contains(place) ?? false), "\(phrase.key)")
            }
        }
    }
}
