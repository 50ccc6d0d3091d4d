import Documents
import Words
import Workbooks

/// Decides what each column of a value map is, by its header, its neighbours and what it holds.
struct ValueMapColumns {
    let cells: Cells
    let header: HeaderBlock
    let dictionary: HeaderDictionary
    let remembered: RememberedMeanings

    private var body: Range<Int> { min(header.rows.upperBound + 1, cells.rows.upperBound)..<cells.rows.upperBound }

    func plan(answers: [Int: [Takes.Answer]]) -> SheetPlan {
        var columns: [PlannedColumn] = []
        for (column, text) in header.headers {
            var planned = recognised(column, text, after: columns)
            if let meaning = remembered.meaning(of: text, in: .valueMap).flatMap(Meaning.init(rawValue:)) {
                planned.meaning = meaning
                planned.basis = .remembered
                planned.isYielding = false
            }
            for answer in answers[column] ?? [] { apply(answer, to: &planned) }
            columns.append(planned)
        }
        var plan = SheetPlan(cells: cells, header: header, columns: columns)
        settleByContent(&plan)
        settleDoubles(&plan)
        GroupShare.settle(&plan)
        return plan
    }

    private func apply(_ answer: Takes.Answer, to column: inout PlannedColumn) {
        switch answer {
        case .meaning(let meaning):
            column.meaning = meaning
            column.basis = .chosen
            column.isYielding = false
        case .refinement(let refinement):
            column.refinements.append(refinement)
            guard let duration = refinement.duration else { return }
            column.meaning = duration
            column.basis = .chosen
        case .sheet: return
        }
    }

    private func recognised(_ column: Int, _ text: String, after columns: [PlannedColumn]) -> PlannedColumn {
        let own = HeaderText(ValueMapColumns.isMoneySign(text) ? "Value" : text)
        if let meaning = byNeighbours(own, column: column, after: columns) {
            return PlannedColumn(column: column, header: text, meaning: meaning, basis: .recognised)
        }
        if GroupShare.isNamed(text) {
            return PlannedColumn(column: column, header: text, meaning: .quantityShare, basis: .recognised)
        }
        if ValueMapColumns.namesOwnShare(own) {
            return PlannedColumn(column: column, header: text, meaning: .ownShare, basis: .recognised)
        }
        if let match = dictionary.match(own) { return planned(column, text, ended(match, column)) }
        let others = header.texts(of: column).map { HeaderText($0) }
        for other in others {
            if let match = dictionary.match(other), match.strength == .exact { return planned(column, text, match) }
            if let meaning = byNeighbours(other, column: column, after: columns) {
                return PlannedColumn(column: column, header: text, meaning: meaning, basis: .recognised)
            }
        }
        if let plain = PlannedFigure.plain(text), let match = dictionary.match(plain), match.meaning.isFigure {
            return planned(column, text, match)
        }
        if ProxyTime.namesValue(text) {
            return PlannedColumn(column: column, header: text, meaning: .proxy, basis: .guessed)
        }
        for candidate in [own] + others {
            if let match = dictionary.guess(candidate) { return planned(column, text, match) }
        }
        return PlannedColumn(column: column, header: text, meaning: .notUsed, basis: .guessed)
    }

    /// The low or high end of what a heading names, where the line below says so: `Low | Central | High` under `Quantity`.
    private func ended(_ match: HeaderDictionary.Match, _ column: Int) -> HeaderDictionary.Match {
        for text in header.texts(of: column).map({ HeaderText($0) }) where text.words.isEmpty {
            guard let bound = text.bound, let end = match.meaning.bounded(bound) else { continue }
            return HeaderDictionary.Match(meaning: end, strength: match.strength)
        }
        return match
    }

    private func planned(_ column: Int, _ text: String, _ match: HeaderDictionary.Match) -> PlannedColumn {
        PlannedColumn(
            column: column, header: text, meaning: match.meaning,
            basis: match.strength == .guessed ? .guessed : .recognised, isYielding: match.strength != .exact)
    }

    /// Headers that mean something only beside others: `Source`, `Value`, `Description`, `Low`.
    private func byNeighbours(_ text: HeaderText, column: Int, after columns: [PlannedColumn]) -> Meaning? {
        let group = header.group(of: column).map { HeaderText($0) }.flatMap {
            dictionary.match($0) ?? dictionary.guess($0)
        }?
        .meaning
        let left = columns.last { $0.meaning != .notUsed && $0.meaning != .calculated }?.meaning
        if text.bound != nil || text.fullKey.isEmpty, text.words.isEmpty || ValueMapColumns.valueKeys.contains(text.key)
        {
            guard let bound = text.bound else { return nil }
            let ranged = columns.reversed().lazy.map(\.meaning).first { $0.bounded(bound) != nil }
            return (group?.bounded(bound)) ?? ranged?.bounded(bound)
        }
        if let group, ValueMapColumns.middleKeys.contains(text.key), group.bounded(.low) != nil {
            return group == .proxyName ? .proxy : group
        }
        if ValueMapColumns.valueKeys.contains(text.key) {
            switch group ?? left {
            case .input, .inputKind, .inputYear: return .inputAmount
            case .proxyName, .proxySource, .priceYear: return .proxy
            case .stakeholder where group == nil && !columns.contains { $0.meaning == .outcome }: return .inputAmount
            default:
                if left == .proxyName { return .proxy }
                if left == .input { return .inputAmount }
                return nil
            }
        }
        switch text.key {
        case "description", "detail", "summary", "what":
            switch group {
            case .input, .inputAmount: return .input
            case .outcome: return .outcome
            case .output: return .output
            case .proxyName, .proxy: return .proxyName
            default:
                return columns.contains { $0.meaning == .outcome }
                    ? nil : left == .stakeholder || left == .output ? .outcome : nil
            }
        case let source where ValueMapColumns.sourceKeys.contains(source):
            switch left {
            case .proxyName, .proxy, .priceYear, .proxyLow, .proxyHigh: return .proxySource
            case .indicator, .quantity, .outcome, .unit, .quantityLow, .quantityHigh: return .indicatorSource
            default: return nil
            }
        case "year":
            switch left {
            case .input, .inputAmount, .inputKind: return .inputYear
            case .proxyName, .proxy, .proxySource: return .priceYear
            case .outcome, .quantity, .indicator, .indicatorSource, .unit: return .duration
            default: return nil
            }
        default: return nil
        }
    }

    /// Whether a header asks for the part that is due to the provider, in whatever words: `% down to us`, `Attribution (% due
    /// to our project)`. It would turn the figure round to take that for the part due to others.
    private static func namesOwnShare(_ text: HeaderText) -> Bool {
        let words = Set(text.words)
        let isToProject = zip(text.words, text.words.dropFirst()).contains { $0 == "to" && ownWork.contains($1) }
        return (words.contains("us") || isToProject) && !words.isDisjoint(with: crediting)
            && words.isDisjoint(with: sharing)
    }

    private static let ownWork = Set(
        ["project", "programme", "service", "intervention", "activity", "organisation"].flatMap {
            HeaderText($0).words
        })

    private static let crediting = Set(
        [
            "attribution", "attributed", "attributable", "due", "down", "because", "caused", "contribution", "share",
            "credit",
        ]
        .flatMap { HeaderText($0).words })
    private static let sharing = Set(
        ["other", "others", "else", "without", "not", "partners"].flatMap { HeaderText($0).words })

    private static let sourceKeys: Set<String> = Set(
        [
            "Source", "Sources", "Reference", "References", "Evidence source", "Where did you get the info from?",
            "Where did you get the information from?", "Ffynhonnell",
        ].map { HeaderText($0).key })

    /// A header such as `£` or `€ (EUR)`, which says no more than that amounts stand below.
    private static func isMoneySign(_ text: String) -> Bool {
        !Currencies.mentioned(in: text).isEmpty && text.unicodeScalars.filter { $0.properties.isAlphabetic }.count <= 3
    }

    /// What stands between the low and the high end of a range.
    private static let middleKeys: Set<String> = Set(
        ["Central", "Base", "Best estimate", "Mid", "Middle", "Likely", "Most likely", "Expected", "Medium"].map {
            HeaderText($0).key
        })

    private static let valueKeys: Set<String> = Set(
        ["Value", "Amount", "Value £", "Worth", "Money", "Gwerth", "Value in pounds", "Value in £"].map {
            HeaderText($0).key
        })
}
