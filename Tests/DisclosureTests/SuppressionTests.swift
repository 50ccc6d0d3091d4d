import Disclosure
import Testing

@Suite struct SuppressionTests {
    private func shown(_ counts: [Int]) throws -> (parts: [Suppression.Shown], total: Suppression.Shown) {
        var tables = CountTables()
        let (cells, total) = try tables.add(counts)
        let suppression = Suppression(of: tables)
        return (cells.map { suppression[$0] }, suppression[total])
    }

    @Test func `counts of 0 and of 5 or more are shown`() throws {
        let table = try shown([0, 5, 12])
        #expect(table.parts == [.count(0), .count(5), .count(12)])
        #expect(table.total == .count(17))
    }

    @Test func `one small count takes the smallest other with it`() throws {
        // 3 alone would be 43 - 40; with 12 beside it a reader knows only that the two are 15.
        let table = try shown([3, 28, 12, 0])
        #expect(table.parts == [.fewer(than: 5), .count(28), .notShown, .count(0)])
        #expect(table.total == .count(43))
    }

    @Test func `two small counts protect each other`() throws {
        let table = try shown([2, 3, 30])
        #expect(table.parts == [.fewer(than: 5), .fewer(than: 5), .count(30)])
        #expect(table.total == .count(35))
    }

    @Test(arguments: [[1, 1, 30], [4, 4, 30]])
    func `two small counts whose sum allows nothing else take a third with them`(counts: [Int]) throws {
        // 1 + 1 is the only way to make 2 of counts from 1, and 4 + 4 the only way to make 8 of counts up to 4.
        let table = try shown(counts)
        #expect(table.parts == [.fewer(than: 5), .fewer(than: 5), .notShown])
        #expect(table.total == .count(counts.reduce(0, +)))
    }

    @Test func `a small count beside a 5 hides the total, for 6 less at least 5 is 1`() throws {
        let table = try shown([1, 5])
        #expect(table.parts == [.fewer(than: 5), .count(5)])
        #expect(table.total == .notShown)
    }

    @Test func `beside a total that is known anyway nothing is said of a 1 and a 5`() throws {
        var tables = CountTables()
        let (cells, total) = try tables.add([1, 5, 0])
        let suppression = Suppression(of: tables, known: [total])
        #expect(cells.map { suppression[$0] } == [.notShown, .notShown, .count(0)])
        #expect(suppression[total] == .count(6))
    }

    /// 12 is the smallest beside the 2, but 21 protects it as well: the two are 23, and the 2 may be 1 to 4.
    @Test func `a spared count is hidden last`() throws {
        var tables = CountTables()
        let (cells, total) = try tables.add([12, 21, 2])
        let suppression = Suppression(of: tables, known: [total], sparing: [cells[0]])
        #expect(cells.map { suppression[$0] } == [.count(12), .notShown, .fewer(than: 5)])
        #expect(Suppression(of: tables)[cells[0]] == .notShown)
    }

    @Test func `a spared count is hidden where nothing else protects`() throws {
        var tables = CountTables()
        let (cells, total) = try tables.add([36, 3, 0])
        let suppression = Suppression(of: tables, known: [total], sparing: [cells[0]])
        #expect(cells.map { suppression[$0] } == [.notShown, .fewer(than: 5), .count(0)])
    }

    @Test func `where the label itself would tell, nothing is said of any of them`() throws {
        // Four counts of at least 1 make "fewer than 5" only as 1 + 1 + 1 + 1.
        let table = try shown([1, 1, 1, 1])
        #expect(table.parts == Array(repeating: .notShown, count: 4))
        #expect(table.total == .notShown)
    }

    @Test func `in a table of two ways a small count takes three others with it`() throws {
        // 3 of 3 + 20 = 23 across and 3 + 30 = 33 down: one more must go in its row and its column, and one where they meet.
        var tables = CountTables()
        let (first, one) = try tables.add([3, 20, 50])
        let (second, two) = try tables.add([30, 40, 60])
        let totals = [try tables.add(33), try tables.add(60), try tables.add(110)]
        for column in 0..<3 { try tables.sum(of: [first[column], second[column]], is: totals[column]) }
        let all = try tables.add(203)
        try tables.sum(of: totals, is: all)
        try tables.sum(of: [one, two], is: all)
        let suppression = Suppression(of: tables)
        #expect(suppression[first[0]] == .fewer(than: 5))
        let hidden = (first + second + totals + [one, two, all]).filter(suppression.isHidden)
        #expect(Set(hidden) == [first[0], first[1], second[0], second[1]])
    }

    @Test func `a count that stands in two tables is protected in both`() throws {
        // By sex and by age of the same 40 people.
        var tables = CountTables()
        let all = try tables.add(40)
        let sex = try tables.add([2, 38], total: all).cells
        let age = try tables.add([20, 20], total: all).cells
        let suppression = Suppression(of: tables)
        #expect(sex.map(suppression.isHidden) == [true, true])
        #expect(age.map(suppression.isHidden) == [false, false])
        #expect(!suppression.isHidden(all))
    }

    @Test func `improved, same and worse of a group of fewer than 5 say nothing`() throws {
        let table = try shown([3, 0, 0])
        #expect(table.parts == [.fewer(than: 5), .count(0), .count(0)])
        #expect(table.total == .fewer(than: 5))
    }

    @Test func `tables that don't add up are refused`() throws {
        var tables = CountTables()
        let cells = [try tables.add(1), try tables.add(2), try tables.add(4)]
        #expect(throws: DisclosureError.sumWrong(parts: 3, total: 4)) {
            try tables.sum(of: [cells[0], cells[1]], is: cells[2])
        }
        #expect(throws: DisclosureError.cellTwice) { try tables.sum(of: [cells[0], cells[0]], is: cells[1]) }
        #expect(throws: DisclosureError.cellTwice) { try tables.sum(of: [cells[0]], is: cells[0]) }
        #expect(throws: DisclosureError.countNegative(-1)) { try tables.add(-1) }
        #expect(throws: DisclosureError.countTooLarge(.max)) { try tables.add(.max) }
    }

    @Test func `means are shown from 10 people on`() {
        #expect(!mayShowMean(of: 9))
        #expect(mayShowMean(of: 10))
    }
}
