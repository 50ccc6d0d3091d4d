import Accounts
import Documents
import Valuation

/// Where each value of the value map stands in its sheet; known before the sheet is written, so that the others can point to it.
struct ValueMapRows {
    let sheet: String
    let inputRows: Range<Int>
    let outcomeRows: Range<Int>

    /// Rows above the inputs: title, rate and convention, one blank, a subtitle and the header.
    static let rateRow = 1
    static let conventionRow = 2
    private static let firstInput = 6

    init(sheet: String, inputs: Int, outcomes: Int) {
        self.sheet = sheet
        inputRows = Self.firstInput..<(Self.firstInput + inputs)
        let firstOutcome = Self.firstInput + inputs + 4
        outcomeRows = firstOutcome..<(firstOutcome + outcomes)
    }

    enum Column: Int {
        case stakeholder, outcome, quantity, proxy, deadweight, displacement, attribution, dropOff, years, start, rate
        case firstYear, factor, presentValue
    }

    func column(of assumption: Assumption) -> Column {
        switch assumption {
        case .quantity: .quantity
        case .proxy: .proxy
        case .deadweight: .deadweight
        case .displacement: .displacement
        case .attribution: .attribution
        case .dropOff: .dropOff
        }
    }

    func cell(_ column: Column, _ outcome: Int) -> String {
        reference(outcomeRows.lowerBound + outcome, column.rawValue)
    }

    func cell(of assumption: Assumption, _ outcome: Int) -> String { cell(column(of: assumption), outcome) }
    func start(_ outcome: Int) -> String { cell(.start, outcome) }
    func duration(_ outcome: Int) -> String { cell(.years, outcome) }

    var rate: String { reference(Self.rateRow, 2) }
    var convention: String { reference(Self.conventionRow, 2) }
    /// The sum of the inputs stands under them.
    var inputsTotal: String { reference(inputRows.upperBound, 5) }
    var presentValueTotal: String { reference(outcomeRows.upperBound, Column.presentValue.rawValue) }
    var firstYearTotal: String { reference(outcomeRows.upperBound, Column.firstYear.rawValue) }

    private func reference(_ row: Int, _ column: Int) -> String {
        SheetDraft(sheet, widths: []).reference(row, column)
    }
}
