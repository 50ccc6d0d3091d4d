import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

/// A small generator with a seed, so that a failing case can be run again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}

@Suite struct `Slow: reading is steady` {
    private static let people: [[Cell]] = {
        var rows: [[Cell]] = [["Person", "On the programme?", "Age", "Loneliness before", "Loneliness after", "Area"]]
        for number in 1...30 {
            let before = Double(number % 7 + 2)
            let after = Double(number % 5 + 1)
            var row: [Cell] = [
                .text("p\(number)"), .text(number % 3 == 0 ? "No" : "Yes"), .number(Double(60 + number)),
            ]
            row += [.number(before), .number(after), .text(number % 2 == 0 ? "North" : "South")]
            rows.append(row)
        }
        return rows
    }()

    /// What counts: values, not the cells they came from.
    private func gist(_ understanding: Understanding) -> String {
        var lines: [String] = [String(describing: understanding.about.currency.value)]
        for input in understanding.map.inputs {
            lines.append("\(input.stakeholder) \(input.amount.value) \(input.kind.value)")
        }
        for outcome in understanding.map.outcomes {
            lines.append("\(outcome.stakeholder) \(outcome.outcome) \(outcome.quantity.value) \(outcome.proxy.value)")
            lines.append("\(outcome.deadweight.value) \(outcome.displacement.value) \(outcome.attribution.value)")
            lines.append("\(outcome.dropOff.value) \(outcome.duration.value) \(outcome.start.value)")
        }
        if let people = understanding.participants {
            lines.append("\(people.people) \(people.comparison?.onProgramme ?? [])")
            for measure in people.measures.sorted(by: { $0.name < $1.name }) {
                lines.append("\(measure.name) \(measure.before) \(measure.after)")
            }
            for trait in people.characteristics.sorted(by: { $0.name < $1.name }) {
                lines.append("\(trait.name) \(trait.values)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func shuffled(_ rows: [[Cell]], _ dice: inout Dice) -> [[Cell]] {
        let width = rows.map(\.count).max() ?? 0
        let order = Array(0..<width).shuffled(using: &dice)
        return rows.map { row in order.map { $0 < row.count ? row[$0] : nil } }
    }

    @Test(arguments: 1...40)
    func `whatever the order of the columns, with blank rows and titles`(seed: Int) throws {
        var dice = Dice(UInt64(seed))
        let map = [Maps.header, Maps.first, Maps.second, Maps.funder]
        let expected = gist(try understood(Sheet("Value map", map), Sheet("Participants", Self.people)))
        func changed(_ rows: [[Cell]]) -> [[Cell]] {
            var rows = shuffled(rows, &dice)
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                rows.insert([], at: Int.random(in: 0...rows.count, using: &dice))
            }
            for _ in 0..<Int.random(in: 0...2, using: &dice) {
                rows.insert([dice.pick(["Our figures", "Draft 3", "Spring 2026"])], at: 0)
            }
            return rows
        }
        var sheets = [Sheet("One", changed(map)), Sheet("Two", changed(Self.people))]
        if Bool.random(using: &dice) { sheets.reverse() }
        guard case .understood(let found) = understand(Workbook(format: .xlsx, sheets: sheets)) else {
            Issue.record("refused: \(understand(Workbook(format: .xlsx, sheets: sheets)))")
            return
        }
        #expect(gist(found) == expected)
    }

    @Test func `and the same every time`() throws {
        let sheets = [Maps.sheet(), Sheet("Participants", Self.people)]
        let first = String(describing: understand(Workbook(format: .xlsx, sheets: sheets)))
        for _ in 0..<5 { #expect(String(describing: understand(Workbook(format: .xlsx, sheets: sheets))) == first) }
    }

    private static let odd: [Cell] = [
        nil, nil, nil, "", " ", "x", "Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight %", "Person",
        "Date", "Group", "Yes", "No",
        "Wellbeing before", "Wellbeing after", "In kind", "n/a", "1.200", "£1,200", "25 %", "=1+1",
        "\u{0}\u{1}\u{202E}abc", "18 months", "Total", "a@b.org",
        "31/02/2025", "31/03/2025", "people who improved on", "improved on improved", "!=", "🙂",
        "e\u{301}\u{301}\u{301}", 0, 1, 2, -1, 1e300, 0.5,
        .number(.nan), .number(.infinity), .number(-.infinity), .number(1e-300), .error("#REF!"), .date(1900, 1, 1),
        .date(2999, 12, 31), .date(0, 0, 0),
        .value(.boolean(true)), .percent(1.3), .money(5, "£"), .money(5, "??"), .formula(3), "In our words",
        "One story", "Consent given", "Currency",
        "Discount rate", "Provider", "1975", "Earnings 1975", "Earnings 1978", "Low", "High", "Value", "Source",
        "Description",
    ]

    @Test(arguments: 1...300)
    func `for any sheet at all, without a crash`(seed: Int) {
        var dice = Dice(UInt64(seed) &* 7919)
        let sheets = (0..<Int.random(in: 0...4, using: &dice)).map { number -> Sheet in
            let width = Int.random(in: 0...14, using: &dice)
            var rows: [[Cell]] = (0..<Int.random(in: 0...25, using: &dice)).map { _ in
                (0..<Int.random(in: 0...max(width, 0), using: &dice)).map { _ in dice.pick(Self.odd) }
            }
            if Bool.random(using: &dice) { rows.insert(shuffled([Maps.header], &dice)[0], at: 0) }
            if Bool.random(using: &dice) { rows.append(Maps.first) }
            let name =
                dice.pick(["Value map", "Participants", "About", "In our words", "Inputs", "", "A!B", "x=y"])
                + String(number)
            let merged = (0..<Int.random(in: 0...3, using: &dice)).map { _ -> CellRange in
                let left = Int.random(in: 0...10, using: &dice)
                let top = Int.random(in: 0...30, using: &dice)
                let right = left + Int.random(in: 0...5, using: &dice)
                let bottom = top + Int.random(in: 0...40, using: &dice)
                return CellRange(sheet: name, columns: left...right, rows: top...bottom)
            }
            return Sheet(name, rows, isHidden: Bool.random(using: &dice), hiddenRows: [0, 3, 999], merged: merged)
        }
        let answers =
            Meaning.allCases.map(\.rawValue) + [
                "percent", "months", "once", "programme:x", "participants", "valueMap", "==",
            ]
        var takes: [String] = []
        for _ in 0..<Int.random(in: 0...3, using: &dice) {
            let sheet = dice.pick(["Value map0", "Participants1", "About2", "nothing"])
            let column = dice.pick(["!A", "!Quantity", "=", ""])
            takes.append("\(sheet)\(column)=\(dice.pick(answers))")
        }
        let options = ImportOptions(
            currency: dice.pick([nil, "GBP", "x"]), discountRate: dice.pick([nil, "0.035", "z"]), takes: takes)
        switch understand(Workbook(format: .xlsx, sheets: sheets), options: options) {
        case .understood(let found): #expect(!found.map.outcomes.isEmpty)
        case .refused(let problems, let preview):
            #expect(!problems.isEmpty)
            #expect(Set(preview.map(\.sheet)) == Set(sheets.map(\.name)))
            for problem in problems { #expect(ProblemCode(rawValue: problem.code) != nil) }
        }
    }
}
