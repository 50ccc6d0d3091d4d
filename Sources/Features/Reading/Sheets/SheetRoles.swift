import Documents
import Words
import Workbooks

/// Decides what each table of a workbook is, by its contents first and its name second. Most sheets hold one table.
struct SheetRoles {
    struct Role {
        let cells: Cells
        var kind: TakenSheet.Kind
        /// A value map's sheet that holds inputs alone.
        var isInputs = false
        /// A value map with rows and with each column that it needs.
        var isWhole = false
        var plan: SheetPlan?
        /// A table of funding or costs, which stands in for inputs that the map lacks.
        var funding: FundingTable?
        /// How much speaks for the sheet among others of its kind.
        var strength = 0
    }

    private(set) var roles: [Role] = []
    /// The sheets of people that are read together.
    private(set) var pair: SheetPair?
    private(set) var family: SheetFamily?
    /// Whether it was asked which of several value maps is meant.
    private(set) var mapsAreDoubtful = false

    private let takes: Takes
    private let remembered: RememberedMeanings
    private let mapNames = HeaderDictionary.names(of: .valueMap)
    private let peopleNames = HeaderDictionary.names(of: .participants)

    init(_ workbook: Workbook, takes: Takes, remembered: RememberedMeanings, findings: inout Findings) {
        self.takes = takes
        self.remembered = remembered
        for sheet in workbook.sheets { add(Cells(sheet: sheet), &findings) }
        keepMaps(&findings)
        keepPair()
        if pair == nil { keepFamily(&findings) }
        if pair == nil, family == nil { keepOne(.participants, &findings) }
        keepNamedWords()
    }

    /// A sheet with more tables is no longer looked through for the rest.
    private static let mostTables = 40

    /// Adds the tables of a block of cells, each in its place: the one that is found first keeps the sheet's name.
    private mutating func add(_ cells: Cells, _ findings: inout Findings) {
        var own = findings
        let first = role(cells, &own)
        if let plan = first.plan, roles.count(where: { $0.cells.sheet.name == cells.sheet.name }) < Self.mostTables {
            let borders = TableBorders(plan, of: first.kind)
            if let row = borders.below() {
                add(cells.block(rows: cells.rows.lowerBound..<row), &findings)
                return add(cells.block(rows: row..<cells.rows.upperBound, isAnother: true), &findings)
            }
            if let column = borders.right() {
                add(cells.block(columns: cells.columns.lowerBound..<column), &findings)
                return add(cells.block(columns: column..<cells.columns.upperBound, isAnother: true), &findings)
            }
            if let rows = borders.above() {
                let upper = role(cells.block(rows: rows, isAnother: true), &findings)
                if upper.kind == .valueMap {
                    roles.append(upper)
                    return add(cells.block(rows: rows.upperBound..<cells.rows.upperBound), &findings)
                }
            }
        }
        findings = own
        roles.append(first)
    }

    private func role(_ cells: Cells, _ findings: inout Findings) -> Role {
        guard !cells.rows.isEmpty, !cells.columns.isEmpty else { return Role(cells: cells, kind: .notUsed) }
        switch takes.kind(of: cells.name) {
        case .valueMap?:
            // Of a further table that is no map a person says that it is what was put in.
            var trial = Findings()
            if cells.isFurther, map(cells, isForced: false, &trial) == nil,
                let own = funding(cells, isForced: true, &findings)
            {
                return own
            }
            return map(cells, isForced: true, &findings) ?? Role(cells: cells, kind: .notUsed)
        case .participants?: return people(cells, isForced: true, &findings) ?? Role(cells: cells, kind: .notUsed)
        case let kind?: return Role(cells: cells, kind: kind)
        case nil: break
        }
        if isKeyed(cells, .ownWords, names: SheetRoles.ownWordsNames) { return Role(cells: cells, kind: .ownWords) }
        if isKeyed(cells, .about, names: SheetRoles.aboutNames) { return Role(cells: cells, kind: .about) }
        if let map = map(cells, isForced: false, &findings) { return map }
        var ofFunding = findings
        let funding = funding(cells, &ofFunding)
        var ofPeople = findings
        // `Funder | 2024/25 | 2025/26` is money at two times and no list of people.
        if let people = people(cells, isForced: false, &ofPeople), funding == nil || people.plan?.column(.person) != nil
        {
            findings = ofPeople
            return people
        }
        findings = ofFunding
        return funding ?? Role(cells: cells, kind: .notUsed)
    }

    private func funding(_ cells: Cells, isForced: Bool = false, _ findings: inout Findings) -> Role? {
        guard var table = FundingTable(cells) ?? FundingTable(linesOf: cells, isForced: isForced) else { return nil }
        table.take(
            takes.answers(for: cells.name, as: .valueMap, headers: table.plan.header.headers, findings: &findings))
        return Role(cells: cells, kind: .valueMap, isInputs: true, funding: table)
    }

    private static let ownWordsNames = [
        "in our words", "our words", "own words", "story", "narrative", "yn ein geiriau",
    ]
    private static let aboutNames = [
        "about", "details", "cover", "about us", "about this account", "amdanom", "assumptions", "settings",
        "parameters", "project details", "project information", "front page", "front sheet",
    ]

    /// A few lines that are named as those of such a sheet: three by content alone, one where the sheet's name says so too.
    private func isKeyed(_ cells: Cells, _ kind: TakenSheet.Kind, names: [String]) -> Bool {
        let isNamed = SheetRoles.isNamed(cells, names)
        // A table of many rows is no list of lines, whatever words stand in it.
        guard isNamed || cells.rows.count <= 60 || cells.columns.count <= 3 else { return false }
        let lines = KeyedLines(cells, by: HeaderDictionary.names(of: kind), allowsLoose: isNamed).lines
        let meanings = Set(lines.map(\.meaning)).count
        if isNamed { return meanings >= 1 }
        guard meanings >= 3, !explainsColumns(cells) else { return false }
        return (HeaderRow.find(in: cells, by: mapNames)?.score ?? 0) < 6
    }

    /// A list of what belongs in each column, such as comes with a template, names the columns of a value map one under the
    /// other. What stands beside those names, and beside "One story" and "Consent given", is nobody's answer.
    private func explainsColumns(_ cells: Cells) -> Bool {
        let named = KeyedLines(cells, by: mapNames, allowsLoose: false).lines.map(\.meaning)
        return Set(named).intersection(SheetRoles.core).count >= 3
    }

    private static let core: Set<Meaning> = [
        .stakeholder, .input, .inputAmount, .output, .outcome, .indicator, .quantity, .duration, .start, .proxyName,
        .proxy,
        .deadweight, .displacement, .attribution, .ownShare, .dropOff,
    ]
    private static let telling: Set<Meaning> = [
        .outcome, .proxyName, .proxy, .deadweight, .displacement, .attribution, .dropOff,
    ]

    private func map(_ cells: Cells, isForced: Bool, _ findings: inout Findings) -> Role? {
        guard let header = HeaderRow.find(in: cells, by: mapNames) else { return nil }
        let exact = Set(header.matches.values.filter { $0.strength == .exact }.map(\.meaning))
        let isMap = exact.intersection(SheetRoles.core).count >= 3 && !exact.isDisjoint(with: SheetRoles.telling)
        let saysInputs = HeaderText(cells.sheet.name).words.contains { SheetRoles.inputWords.contains($0) }
        let mayBeInputs =
            (exact.contains(.input) || exact.contains(.inputAmount) || saysInputs)
            && exact.isDisjoint(with: SheetRoles.telling)
        guard isForced || isMap || mayBeInputs else { return nil }
        let block = HeaderBlock(around: header.row, in: cells, by: mapNames)
        var trial = isForced || isMap ? findings : Findings()
        let answers = takes.answers(
            for: cells.name, as: .valueMap, headers: block.headers, findings: &trial)
        let plan = ValueMapColumns(cells: cells, header: block, dictionary: mapNames, remembered: remembered).plan(
            answers: answers)
        let isInputs = plan.column(.outcome) == nil && plan.column(.proxy) == nil && plan.column(.inputAmount) != nil
        if !isMap, !isForced {
            guard isInputs, plan.column(.input) != nil || plan.column(.stakeholder) != nil else { return nil }
        }
        findings = isForced || isMap || isInputs ? trial : findings
        let hasAll = [Meaning.outcome, .quantity, .proxy].allSatisfy { plan.column($0) != nil }
        let hasRows = !ValueMapRows(plan, merges: Merges(cells.sheet)).rows.isEmpty
        let strength = header.score + (hasAll ? 20 : 0) + (hasRows ? 20 : 0) + (isForced ? 1000 : 0)
        return Role(
            cells: cells, kind: .valueMap, isInputs: isInputs, isWhole: hasAll && hasRows, plan: plan,
            strength: strength)
    }

    private static let inputWords: Set<String> = Set(["input", "investment", "mewnbwn"].map { HeaderText($0).key })

    private func people(_ cells: Cells, isForced: Bool, _ findings: inout Findings) -> Role? {
        guard let header = ParticipantHeader.find(in: cells, by: peopleNames) else { return nil }
        let isNamed = HeaderText(cells.sheet.name).words.contains { SheetRoles.peopleWords.contains($0) }
        guard isForced || header.score >= ParticipantHeader.enough || (isNamed && header.score >= 2) else { return nil }
        let block = HeaderBlock(around: header.row, in: cells, by: peopleNames)
        let answers = takes.answers(
            for: cells.name, as: .participants, headers: block.headers, findings: &findings)
        let plan = ParticipantColumns(cells: cells, header: block, dictionary: peopleNames, remembered: remembered)
            .plan(answers: answers, findings: &findings)
        let meanings = Set(plan.columns.map(\.meaning))
        guard isForced || !meanings.isDisjoint(with: [.before, .after, .score, .comparisonGroup, .person]) else {
            return nil
        }
        let strength =
            header.score + (isNamed ? 3 : 0) + (meanings.contains(.after) ? 3 : 0)
            + (meanings.contains(.comparisonGroup) ? 3 : 0) + (isForced ? 1000 : 0)
        return Role(cells: cells, kind: .participants, plan: plan, strength: strength)
    }

    private static let peopleWords: Set<String> = Set(
        [
            "participants", "people", "clients", "beneficiaries", "members", "users", "learners", "scores", "survey",
            "responses",
            "outcomes", "data", "cyfranogwyr", "pobl",
        ].map { HeaderText($0).key })

    /// Sheets of the same people before and after are read together, unless a person said which sheet is to be read.
    private mutating func keepPair() {
        let people = roles.indices.filter { roles[$0].kind == .participants }
        guard !people.contains(where: { takes.kind(of: roles[$0].cells.name) != nil }) else { return }
        // Of more than two years, each person's own first and last count.
        guard people.count == 2 || !people.allSatisfy({ SheetName(roles[$0].cells.sheet.name).time != nil }) else {
            return
        }
        pair = SheetPair(roles)
        guard let pair else { return }
        for index in people where index != pair.before && index != pair.after { drop(index) }
    }

    /// Sheets of people of one shape are read as one list, where it can be told what a code on two of them means.
    private mutating func keepFamily(_ findings: inout Findings) {
        let people = roles.indices.filter { roles[$0].kind == .participants }
        let chosen = people.filter { takes.kind(of: roles[$0].cells.name) == .participants }
        let candidates = chosen.isEmpty ? people : chosen
        guard candidates.count > 1, let found = SheetFamily(roles, candidates, isChosen: !chosen.isEmpty) else {
            return
        }
        if found.people == .unclear {
            let names = found.members.map { roles[$0].cells.name }
            findings.add(
                .severalSheets, sheet: names.last, found: names.joined(separator: ", "),
                expected:
                    "To know whether the same codes on these sheets are the same people, or whether one sheet is a copy of another.",
                mend:
                    "Say which of the sheets is to be read, or that all are to be read as one list of different people.",
                takes: names.map { "\($0)=participants" } + [Takes.together(names, .participants)])
        }
        family = found
        for index in people where !found.members.contains(index) { drop(index) }
    }

    /// Own words are read from one sheet: the one that an answer or its name says holds them, before one that looks so.
    private mutating func keepNamedWords() {
        func isCertain(_ role: Role) -> Bool {
            takes.kind(of: role.cells.name) == .ownWords
                || SheetRoles.isNamed(role.cells, SheetRoles.ownWordsNames)
        }
        guard roles.contains(where: { $0.kind == .ownWords && isCertain($0) }) else { return }
        for index in roles.indices where roles[index].kind == .ownWords && !isCertain(roles[index]) {
            roles[index].kind = .notUsed
        }
    }

    private static func isNamed(_ cells: Cells, _ names: [String]) -> Bool {
        names.contains(NumberWords.trimmed(cells.sheet.name.lowercased()))
    }

    /// Several whole value maps make one account, unless they may be the same thing twice. Parts of maps are no maps.
    private mutating func keepMaps(_ findings: inout Findings) {
        let maps = roles.indices.filter { roles[$0].kind == .valueMap && !roles[$0].isInputs }
        let chosen = maps.filter { takes.kind(of: roles[$0].cells.name) == .valueMap }
        let kept = chosen.isEmpty ? maps.filter { roles[$0].isWhole } : chosen
        guard kept.count > 1 else { return keepOne(.valueMap, &findings) }
        for index in maps where !kept.contains(index) { drop(index) }
        if chosen.isEmpty { mapsAreDoubtful = SeveralMaps(kept.compactMap { roles[$0].plan }).ask(&findings) }
    }

    private mutating func drop(_ index: Int) {
        roles[index].kind = .notUsed
        roles[index].plan = nil
    }

    /// Of several sheets of one kind the likeliest is read; where none is clearly likelier, that is a question.
    private mutating func keepOne(_ kind: TakenSheet.Kind, _ findings: inout Findings) {
        let same = roles.indices.filter { roles[$0].kind == kind && !roles[$0].isInputs }
        guard same.count > 1, let best = same.max(by: { (roles[$0].strength, -$0) < (roles[$1].strength, -$1) }) else {
            return
        }
        let rivals = same.filter { $0 != best && roles[$0].strength + 3 > roles[best].strength }
        if !rivals.isEmpty {
            let names = ([best] + rivals).sorted().map { roles[$0].cells.name }
            findings.add(
                .severalSheets, sheet: names.last, found: names.joined(separator: ", "),
                expected: kind == .valueMap ? "One value map." : "One sheet of participants.",
                mend: "Say which of the sheets is to be read, or take the others out.",
                takes: names.map { "\($0)=\(kind.rawValue)" })
        }
        for index in same where index != best { drop(index) }
    }
}
