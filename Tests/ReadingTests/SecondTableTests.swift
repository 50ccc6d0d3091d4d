import Documents
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `A second table below the map` {
    private let lower: [[Cell]] = [
        [], ["ID", "Group", "Wellbeing before", "Wellbeing after", "Age"], ["a1", "Programme", 3, 4, 30],
        ["a2", "Comparison", 3, 5, 41],
    ]

    @Test func `is one problem that names its rows, and no problem of its cells`() {
        let problems = problems(Maps.sheet([Maps.first, Maps.second, Maps.funder] + lower))
        #expect(problems.map { "\($0.code) \($0.cell?.address ?? "")" } == ["IMP-041 A6"])
        #expect(problems.first?.expected.arguments == [.integer(6), .integer(8)])
    }

    @Test func `is not seen in a header that is repeated, a note or a total`() throws {
        let rows = [Maps.first, Maps.second, Maps.funder]
        #expect(try understood(Maps.sheet(rows + [[], Maps.header] + [Maps.first])).map.outcomes.count == 3)
        #expect(
            try understood(Maps.sheet(rows + [[], ["Notes: quantity is of people, and outcome of a year"]])).map
                .outcomes.count == 2)
    }
}
