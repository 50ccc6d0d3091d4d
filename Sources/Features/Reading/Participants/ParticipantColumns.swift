import Documents
import Words
import Workbooks

/// Decides what each column of a sheet of people is.
struct ParticipantColumns {
    let cells: Cells
    let header: HeaderBlock
    let dictionary: HeaderDictionary
    let remembered: RememberedMeanings

    private var body: Range<Int> { min(header.rows.upperBound + 1, cells.rows.upperBound)..<cells.rows.upperBound }

    func plan(answers: [Int: [Takes.Answer]], findings: inout Findings) -> SheetPlan {
        var columns: [PlannedColumn] = []
        for (column, text) in header.headers {
            var planned = recognised(column, text)
            if let meaning = remembered.meaning(of: text, in: .participants).flatMap(Meaning.init(rawValue:)) {
                take(meaning, .remembered, &planned, findings: &findings)
            }
            for answer in answers[column] ?? [] {
                switch answer {
                case .meaning(let meaning): take(meaning, .chosen, &planned, findings: &findings)
                case .refinement(let refinement): planned.refinements.append(refinement)
                case .sheet: break
                }
            }
            columns.append(planned)
        }
        var plan = SheetPlan(cells: cells, header: header, columns: columns)
        ScorePairs.settle(&plan, body: body)
        settlePerson(&plan)
        settleOne(.comparisonGroup, &plan)
        settleOne(.date, &plan)
        settleOne(.timePoint, &plan)
        settleWords(&plan)
        ScoreNames.settle(&plan)
        return plan
    }

    /// A column that tells who people are may be taken for the person, and for nothing else.
    private func take(
        _ meaning: Meaning, _ basis: TakenColumn.Basis, _ column: inout PlannedColumn, findings: inout Findings
    ) {
        if column.isPersonal, meaning != .person, meaning != .leftUnread, meaning != .notUsed {
            guard PersonalContent(cells, column.column, rows: body).kind != nil || basis == .remembered else {
                // Only the header looked personal, and the person says that it is not.
                column.isPersonal = false
                column.meaning = meaning
                column.basis = basis
                return
            }
            if basis == .chosen {
                findings.add(
                    .personalColumn, at: header.reference(of: column.column, in: cells), found: column.header,
                    expected:
                        "A column that does not tell who people are. This one looks like names, addresses or numbers of people.",
                    mend: "Leave this column unread, or take its contents out of the workbook.")
            }
            return
        }
        column.meaning = meaning
        column.basis = basis
        column.isYielding = false
    }

    private func recognised(_ column: Int, _ text: String) -> PlannedColumn {
        let own = HeaderText(text)
        var planned = PlannedColumn(column: column, header: text, meaning: .notUsed, basis: .recognised)
        let match =
            dictionary.match(own) ?? header.texts(of: column).lazy.compactMap { dictionary.match(HeaderText($0)) }.first
        if match?.strength != .exact, let kind = PersonalHeader.kind(own) {
            return personal(planned, kind)
        }
        if let match, match.strength == .exact, match.meaning == .person {
            planned.meaning = .person
            planned.isPersonal = PersonalContent(cells, column, rows: body, isPerson: true).kind != nil
            return planned
        }
        let isNamed = Characteristics.isNamed(own)
        let asksWho = PersonalHeader.asksWhoWorks(own)
        if let kind = PersonalContent(cells, column, rows: body, isPerson: asksWho).kind,
            !(kind == .name && isNamed && !asksWho && !Characteristics.mayHoldNames(own))
        {
            return personal(planned, kind)
        }
        if let match, match.strength == .exact, match.meaning != .comparisonGroup {
            planned.meaning = match.meaning
            return planned
        }
        let values = DistinctTexts(cells, column, rows: body)
        if match?.meaning == .comparisonGroup, GroupWords.suits(values.texts, isNamed: match?.strength == .exact) {
            planned.meaning = .comparisonGroup
            planned.isYielding = match?.strength != .exact
            return planned
        }
        if GroupWords.areBothGroups(values.texts) {
            planned.meaning = .comparisonGroup
            planned.basis = .guessed
            planned.isYielding = true
            return planned
        }
        if TimePoints.tell(values.texts) {
            planned.meaning = .timePoint
            planned.basis = .guessed
            planned.isYielding = true
            return planned
        }
        if isNamed {
            planned.meaning =
                values.isFreeText && !ColumnShape(cells, column, rows: body).isNumeric ? .leftUnread : .characteristic
            return planned
        }
        return byShape(planned, match, values)
    }

    private func personal(_ column: PlannedColumn, _ kind: PersonalHeader.Kind) -> PlannedColumn {
        var column = column
        column.meaning = .leftUnread
        column.isPersonal = true
        return column
    }

    private func byShape(_ column: PlannedColumn, _ match: HeaderDictionary.Match?, _ values: DistinctTexts)
        -> PlannedColumn
    {
        var column = column
        column.basis = .guessed
        let shape = ColumnShape(cells, column.column, rows: body)
        if shape.filled == 0 { return column }
        if let match, match.meaning != .comparisonGroup {
            column.meaning = match.meaning
            column.isYielding = true
            return column
        }
        if shape.isDates {
            column.meaning = .date
            column.isYielding = true
        } else if shape.isNumeric, DayNumbers.stand(in: column, cells, rows: body) {
            column.meaning = .notUsed
        } else if shape.isNumeric {
            column.meaning = values.areYears ? .characteristic : .score
        } else if values.isFreeText, !ScoreText(cells, columns: [column.column], rows: body).isKnown {
            column.meaning = .leftUnread
        } else {
            column.meaning = .characteristic
        }
        return column
    }

    /// One column tells rows of one person together: a code before a looser name. Without one, and with dates, a personal
    /// column may serve, its values compared in memory and never kept.
    private func settlePerson(_ plan: inout SheetPlan) {
        settleOne(.person, &plan)
        guard plan.column(.person) == nil else { return }
        let isTimed = plan.column(.date) != nil || plan.column(.timePoint) != nil
        if let index = plan.columns.indices.first(where: { index in
            let column = plan.columns[index]
            let isOpen =
                column.meaning == .leftUnread
                // On a sheet with a row for each time, a code stands on more than one row.
                || (isTimed && column.meaning == .characteristic && column.basis == .guessed
                    && DistinctTexts(cells, column.column, rows: body).areMany)
            return isOpen && !column.isPersonal && looksLikeCodes(column.column)
        }) {
            plan.columns[index].meaning = .person
            plan.columns[index].basis = .guessed
            return
        }
        guard isTimed else { return }
        let personal = plan.columns.indices.filter {
            plan.columns[$0].isPersonal && plan.columns[$0].basis == .recognised
        }
        func rank(_ index: Int) -> Int {
            (PersonalHeader.kind(HeaderText(plan.columns[index].header)) ?? PersonalContent(
                cells, plan.columns[index].column, rows: body
            ).kind
                ?? .other).rawValue
        }
        if let index = personal.min(by: { rank($0) < rank($1) }), rank(index) < PersonalHeader.Kind.other.rawValue {
            plan.columns[index].meaning = .person
            plan.columns[index].basis = .guessed
        }
    }

    /// Answers in words that are there at several times are scores; with one time they are categories.
    private func settleWords(_ plan: inout SheetPlan) {
        guard let person = plan.index(.person), plan.column(.timePoint) != nil || plan.column(.date) != nil,
            DistinctTexts(cells, person, rows: body).areRepeated
        else { return }
        for index in plan.columns.indices
        where plan.columns[index].meaning == .characteristic && plan.columns[index].basis == .guessed
            && ScoreText(cells, columns: [plan.columns[index].column], rows: body).isKnown
        {
            plan.columns[index].meaning = .score
        }
    }

    private func settleOne(_ meaning: Meaning, _ plan: inout SheetPlan) {
        let same = plan.columns.indices.filter { plan.columns[$0].meaning == meaning }
        guard same.count > 1 else { return }
        func rank(_ column: PlannedColumn) -> Int {
            switch column.basis {
            case .chosen: 4
            case .remembered: 3
            case .recognised: column.isYielding ? 1 : 2
            case .guessed: 0
            }
        }
        let best = same.max { (rank(plan.columns[$0]), -$0) < (rank(plan.columns[$1]), -$1) }
        for index in same where index != best {
            plan.columns[index].meaning =
                meaning == .comparisonGroup ? .characteristic : meaning == .person ? .leftUnread : .notUsed
            plan.columns[index].basis = .guessed
        }
    }

    /// Short texts with digits, each there once or twice: `C-0147`.
    private func looksLikeCodes(_ column: Int) -> Bool {
        let values = DistinctTexts(cells, column, rows: body)
        return values.texts.count >= 2
            && values.texts.allSatisfy {
                $0.utf8.count <= 20 && $0.unicodeScalars.contains(where: isDigit) && !$0.contains(" ")
            }
    }
}
