import Documents
import Workbooks

/// The people whose codes stand on more than one of several sheets, and whether they can be the same ones.
struct SharedPeople {
    private let sheets: [List]

    private struct List {
        let isSerial: Bool
        let isDated: Bool
        /// By code: the row's characteristics that do not change, and all of its scores.
        let fixed: [People.Key: [String]]
        let scores: [People.Key: [String]]

        init(_ plan: SheetPlan) {
            isDated = plan.column(.date) != nil || plan.column(.timePoint) != nil
            let people = plan.column(.person) == nil ? nil : ParticipantReader(plan).people()
            let keys = people?.keys ?? []
            isSerial = !keys.isEmpty && List.areSerial(keys)
            let about = plan.columns.filter { $0.meaning == .characteristic && List.isFixed($0.header) }
                .sorted { HeaderText($0.header).fullKey < HeaderText($1.header).fullKey }
            let measured = plan.columns.filter { [.score, .before, .after].contains($0.meaning) }
                .sorted { HeaderText($0.header).fullKey < HeaderText($1.header).fullKey }
            var fixed: [People.Key: [String]] = [:]
            var scores: [People.Key: [String]] = [:]
            for (key, rows) in zip(keys, people?.rows ?? []) {
                guard let row = rows.first else { continue }
                fixed[key] = about.map { plan.cells.shown(row, $0.column).lowercased() }
                scores[key] = measured.map { plan.cells.shown(row, $0.column) }
            }
            self.fixed = fixed
            self.scores = scores
        }

        /// 1, 2, 3 and so on, which counts lines as well as it names people.
        private static func areSerial(_ keys: [People.Key]) -> Bool {
            keys.enumerated().allSatisfy { number, key in
                if case .number(let code) = key { code == Double(number + 1) } else { false }
            }
        }

        private static func isFixed(_ header: String) -> Bool {
            !Set(HeaderText(header).words).isDisjoint(with: unchanging)
        }

        private static let unchanging = Set(
            [
                "gender", "sex", "ethnicity", "ethnic", "disability", "disabled", "religion", "language", "nationality",
                "rhyw",
            ]
            .flatMap { HeaderText($0).words })
    }

    init(_ plans: [SheetPlan]) { sheets = plans.map(List.init) }

    func meaning(areTimes: Bool, isEdition: Bool) -> SheetFamily.Shared {
        if isEdition { return .unclear }
        var shared = 0
        var same = 0
        var agreeing = 0
        var compared = 0
        for (index, sheet) in sheets.enumerated() {
            for other in sheets[..<index] {
                for (key, fixed) in sheet.fixed {
                    guard let before = other.fixed[key] else { continue }
                    shared += 1
                    if sheet.scores[key] == other.scores[key] { same += 1 }
                    guard !fixed.isEmpty, fixed.count == before.count else { continue }
                    compared += 1
                    if fixed == before { agreeing += 1 }
                }
            }
        }
        guard shared > 0 else { return .nobody }
        // The same scores of the same people are a copy.
        if shared > 1, same * 2 > shared { return .unclear }
        let areSerial = sheets.allSatisfy(\.isSerial)
        guard areSerial else { return areTimes || sheets.allSatisfy(\.isDated) ? .onePerson : .unclear }
        if compared >= 5, agreeing * 10 >= compared * 9 { return areTimes ? .onePerson : .unclear }
        if !areTimes || (compared >= 5 && agreeing * 10 <= compared * 7) { return .twoPeople }
        return .unclear
    }
}
