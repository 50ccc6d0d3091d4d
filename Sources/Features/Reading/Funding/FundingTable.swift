import Documents
import Words
import Workbooks

/// A table of money that is no part of a value map: who gives it, or what it is spent on.
///
/// Inputs are what stakeholders put in (SROI Guide 2012, stage 2.2), so such a table stands in for them where the value map has none.
/// It needs a heading with a name and an amount, and a word of money in its headings, its title or the name of its sheet.
struct FundingTable: Sendable {
    enum Kind: Sendable { case income, costs }

    private(set) var plan: SheetPlan
    /// What the headings and the sheet speak of; a heading among the rows says it for the rows below.
    let kind: Kind
    /// The lines that count, where it has no headings and other lines may stand among them.
    private(set) var rows: [Int]?
    /// Columns of which each may hold what was put in, such as `Net` and `Gross`, where nobody has said which.
    private(set) var rivals: [Int] = []

    private static let mostRows = 60

    init?(_ cells: Cells) {
        for row in cells.rows.prefix(FundingTable.mostRows) {
            guard let columns = FundingTable.columns(row, cells) else { continue }
            self.init(cells, headedBy: row, columns)
            return
        }
        return nil
    }

    /// The table that a row heads, with its titles above it in these cells; nil where it heads none.
    init?(_ cells: Cells, headedBy row: Int) {
        guard let columns = FundingTable.columns(row, cells) else { return nil }
        self.init(cells, headedBy: row, columns)
    }

    /// Lines of a further table that say what the service cost.
    init?(linesOf cells: Cells, isForced: Bool) {
        guard cells.isFurther, cells.rows.lowerBound > 0,
            let found = FundingLines(cells).table(isForced: isForced)
        else { return nil }
        plan = SheetPlan(
            cells: cells,
            header: HeaderBlock(around: cells.rows.lowerBound - 1, in: cells, by: HeaderDictionary.names(of: .notUsed)),
            columns: [
                PlannedColumn(column: found.label, header: "", meaning: .input, basis: .guessed),
                PlannedColumn(column: found.amount, header: "", meaning: .inputAmount, basis: .guessed),
            ])
        kind = .costs
        rows = found.rows
    }

    private init?(_ cells: Cells, headedBy row: Int, _ columns: [PlannedColumn]) {
        let above = cells.block(rows: cells.rows.lowerBound..<row)
        let titles = above.rows.suffix(10).compactMap { row in
            above.columns.lazy.compactMap { above.text(row, $0) }.first
        }
        // The name of a sheet speaks of its first table. A list of items and amounts below a map needs no word of money.
        let names = (cells.isFurther ? [] : [cells.sheet.name]) + titles + columns.map(\.header)
        let words = Set(names.flatMap { HeaderText($0).words })
        // The price of one beside the cost of all, as in `Quantity | Unit cost | Total cost`, makes no list of prices.
        let telling = Set(
            (names.dropLast(columns.count) + columns.filter { $0.meaning != .notUsed }.map(\.header)).flatMap {
                HeaderText($0).words
            })
        guard
            !words.isDisjoint(with: FundingWords.income) || !words.isDisjoint(with: FundingWords.costs)
                || cells.isFurther && FundingTable.listsItems(columns),
            telling.isDisjoint(with: FundingWords.prices)
        else { return nil }
        plan = SheetPlan(
            cells: cells, header: HeaderBlock(around: row, in: cells, by: HeaderDictionary.names(of: .notUsed)),
            columns: columns)
        let amounts = columns.filter { $0.meaning == .inputAmount }
        rivals = amounts.count > 1 ? amounts.map(\.column) : []
        if columns.count == 2, columns[1].header.isEmpty, let section = FundingWords.section(columns[0].header) {
            kind = section
            return
        }
        let givers = columns.contains { $0.meaning == .stakeholder }
        let speaksOfIncome = !words.isDisjoint(with: FundingWords.income)
        kind = givers || speaksOfIncome && words.isDisjoint(with: FundingWords.costs) ? .income : .costs
    }

    /// `Item | Amount (£)`.
    private static func listsItems(_ columns: [PlannedColumn]) -> Bool {
        guard let item = columns.first(where: { $0.meaning == .input }),
            let amount = columns.first(where: { $0.meaning == .inputAmount })
        else { return false }
        return FundingWords.namesSingleItem(item.header) && FundingWords.namesPlainAmount(amount.header)
    }

    /// A list without headings of its columns, under a line such as `Income` or `Expenditure`.
    private static func list(_ texts: [(column: Int, text: String)], _ row: Int, _ cells: Cells) -> [PlannedColumn]? {
        guard texts.count == 1, let name = texts.first, FundingWords.section(name.text) != nil else { return nil }
        let body = row + 1..<cells.rows.upperBound
        let amounts = cells.columns.filter { $0 > name.column && ColumnShape(cells, $0, rows: body).isNumeric }
        guard amounts.count == 1, ColumnShape(cells, name.column, rows: body).isWords,
            // Under a title may stand the headings of the columns.
            let next = body.first(where: { !cells.isBlank($0) }),
            cells.columns.count(where: { !cells.isEmpty(next, $0) }) == 1
                || cells.number(next, amounts[0]) != nil
        else { return nil }
        return [
            PlannedColumn(column: name.column, header: name.text, meaning: .input, basis: .guessed),
            PlannedColumn(column: amounts[0], header: "", meaning: .inputAmount, basis: .guessed),
        ]
    }

    /// Takes what a person said of the columns.
    mutating func take(_ answers: [Int: [Takes.Answer]]) {
        for index in plan.columns.indices {
            for answer in answers[plan.columns[index].column] ?? [] {
                switch answer {
                case .meaning(let meaning):
                    if meaning == .inputAmount { giveUpOthers(than: index) }
                    rivals.removeAll { $0 == plan.columns[index].column }
                    plan.columns[index].meaning = meaning
                    plan.columns[index].basis = .chosen
                case .refinement(let refinement): plan.columns[index].refinements.append(refinement)
                case .sheet: break
                }
            }
        }
    }

    private mutating func giveUpOthers(than chosen: Int) {
        for index in plan.columns.indices where index != chosen && plan.columns[index].meaning == .inputAmount {
            plan.columns[index].meaning = .notUsed
        }
        rivals = []
    }

    /// The columns of a table that begins with this row; nil where it is no heading of one.
    private static func columns(_ row: Int, _ cells: Cells) -> [PlannedColumn]? {
        let texts = cells.columns.compactMap { column -> (column: Int, text: String)? in
            guard case .text = cells.value(row, column), let text = cells.text(row, column) else { return nil }
            return (column, text)
        }
        let lists = list(texts, row, cells)
        if let lists { return lists }
        guard texts.count >= 2, texts.count == cells.columns.count(where: { !cells.isEmpty(row, $0) }) else {
            return nil
        }
        let body = row + 1..<cells.rows.upperBound
        func shape(_ column: Int) -> ColumnShape { ColumnShape(cells, column, rows: body) }
        let amounts = texts.filter { FundingWords.rank(ofAmount: $0.text) != nil && shape($0.column).isNumeric }
        let best = amounts.compactMap { FundingWords.rank(ofAmount: $0.text) }.max()
        var leading = amounts.filter { FundingWords.rank(ofAmount: $0.text) == best }
        if leading.isEmpty {
            leading = texts.filter { FundingWords.mayBeAmount($0.text) && shape($0.column).isNumeric }
        }
        guard let amount = leading.first else { return nil }
        let names = texts.filter { $0.column < amount.column && shape($0.column).isWords }
        let giver = names.first { FundingWords.namesGiver($0.text) }
        let item =
            names.first { FundingWords.namesItem($0.text) && $0.column != giver?.column }
            ?? names.first { FundingWords.speaksOfItems($0.text) && $0.column != giver?.column }
        guard giver != nil || item != nil else { return nil }
        return texts.map { column, text in
            let meaning: Meaning =
                leading.contains { $0.column == column }
                ? .inputAmount : column == giver?.column ? .stakeholder : column == item?.column ? .input : .notUsed
            return PlannedColumn(column: column, header: text, meaning: meaning, basis: .recognised)
        }
    }
}

/// The words of tables of money.
enum FundingWords {
    static let income = stems([
        "income", "funding", "funder", "funders", "funds", "fund", "grant", "grants", "donor", "donors",
        "contributions",
        "contributors", "investment", "input", "inputs", "raised", "incwm", "cyllid",
    ])
    static let costs = stems([
        "budget", "budgets", "cost", "costs", "costing", "costings", "expenditure", "spend", "spending", "expenses",
        "expense",
        "finance", "finances", "financials", "resources", "outgoings", "cyllideb", "costau",
    ])

    /// Words of lists of what single things cost, from which proxies are taken.
    static let prices = stems([
        "unit", "proxy", "proxies", "tariff", "price", "prices", "rates", "reference", "bank", "database", "values",
        "each",
        "hour", "hourly", "savings", "benefits", "wellbeing",
    ])

    static func namesSingleItem(_ header: String) -> Bool { singleItems.contains(HeaderText(header).key) }
    static func namesPlainAmount(_ header: String) -> Bool {
        let text = HeaderText(header)
        return text.words.isEmpty && !Currencies.mentioned(in: header).isEmpty || plainAmounts.contains(text.key)
    }
    static func namesGiver(_ header: String) -> Bool { givers.contains(HeaderText(header).key) }
    static func namesItem(_ header: String) -> Bool { items.contains(HeaderText(header).key) }

    /// How likely a column of amounts is the one that counts: what was spent or received before what was planned.
    static func rank(ofAmount header: String) -> Int? {
        let text = HeaderText(header)
        guard !header.contains("%"), Set(text.words).isDisjoint(with: compared) else { return nil }
        if amounts.contains(text.key) || !Currencies.mentioned(in: header).isEmpty && text.words.isEmpty { return 2 }
        let words = Set(text.words)
        if !words.isDisjoint(with: settled) { return 3 }
        if words.contains(where: { $0 == "total" }) { return 2 }
        return words.isDisjoint(with: planned) ? nil : 1
    }

    /// Whether a column of numbers may hold what was put in, though its heading does not say so: `Net £`, `2024/25`.
    static func mayBeAmount(_ header: String) -> Bool {
        let text = HeaderText(header)
        guard !header.contains("%"), Set(text.words).isDisjoint(with: compared.union(prices)) else { return false }
        return !Currencies.mentioned(in: header).isEmpty || ["net", "gross"].contains(text.key)
            || SheetName(header).time.map { $0.year > 0 } ?? false
    }

    /// Whether the heading of a column of words speaks of what was spent or received: `Cost line`, `Budget`.
    static func speaksOfItems(_ header: String) -> Bool {
        let words = Set(HeaderText(header).words)
        return !words.isDisjoint(with: costs.union(income)) && words.isDisjoint(with: prices)
    }

    /// Rows that sum up or compare, and are no money of their own.
    static func isSum(_ label: String) -> Bool {
        TotalRow.isLabel(label) || TotalRow.mayBeLabel(label) || !Set(HeaderText(label).words).isDisjoint(with: sums)
    }

    /// What a line of its own says of the rows below it.
    static func section(_ label: String) -> FundingTable.Kind? {
        let words = Set(HeaderText(label).words)
        guard words.count <= 3 else { return nil }
        let speaksOfIncome = !words.isDisjoint(with: incomeHeadings)
        let speaksOfCosts = !words.isDisjoint(with: costHeadings)
        return speaksOfIncome == speaksOfCosts ? nil : speaksOfIncome ? .income : .costs
    }

    private static let givers = keys([
        "Funder", "Funders", "Funder name", "Name of funder", "Funding body", "Funded by", "Funding source",
        "Source of funding",
        "Source of funds", "Source of income", "Income source", "Source", "Donor", "Donors", "Contributor",
        "Contributors",
        "Who pays", "Stakeholder", "Organisation", "Grant maker", "From", "Cyllidwr",
    ])
    private static let items = keys([
        "Budget line", "Budget heading", "Budget item", "Line", "Item", "Items", "Cost", "Costs", "Cost item",
        "Cost heading",
        "Cost category", "Cost type", "Type of cost", "Type", "Category", "Heading", "Description", "Details",
        "Expense",
        "Expenses", "Expenditure", "Expenditure item", "What", "Input", "Inputs", "Resource", "Resources", "Income",
        "Name",
        "Grant", "Fund", "Eitem",
    ])
    private static let singleItems = keys(["Item", "Items", "Eitem"])
    private static let plainAmounts = keys(["Amount", "Sum", "Swm"])
    private static let amounts = keys([
        "Amount", "Value", "Cost", "Total", "Grant", "Income", "Funding", "Sum", "Annual cost", "Amount awarded",
        "Amount of grant", "Grant amount", "Total cost", "Total amount", "Contribution", "Swm", "Cyfanswm",
    ])
    private static let settled = stems([
        "actual", "actuals", "spent", "outturn", "received", "paid", "spend", "expenditure",
    ])
    private static let planned = stems(["budget", "budgeted", "planned", "forecast", "requested", "awarded", "granted"])
    private static let sums = stems([
        "surplus", "deficit", "balance", "variance", "net", "difference", "subtotal", "forward", "remaining",
        "underspend",
        "overspend",
    ])
    /// Words of columns that compare or tell how far things are, in the words of what they compare.
    private static let compared = stems([
        "variance", "difference", "remaining", "left", "percent", "underspend", "overspend",
    ])
    private static let incomeHeadings = stems(["income", "funding", "funders", "grants", "received", "incwm"])
    private static let costHeadings = stems([
        "expenditure", "costs", "cost", "spending", "spend", "outgoings", "expenses", "budget", "gwariant",
    ])

    private static func stems(_ words: [String]) -> Set<String> { Set(words.flatMap { HeaderText($0).words }) }
    private static func keys(_ names: [String]) -> Set<String> { Set(names.map { HeaderText($0).key }) }
}
