import Documents
import Words
import Workbooks

extension ValueMapColumns {
    /// Exchanges the meanings of a name and its amount where the column's cells say so: `Financial proxy` over numbers is
    /// its value, and `Input` over numbers is what was put in, in money.
    func settleByContent(_ plan: inout SheetPlan) {
        for index in plan.columns.indices where countsLines(plan.columns[index], plan) {
            plan.columns[index].meaning = .notUsed
        }
        exchange(&plan, words: .proxyName, amount: .proxy)
        exchange(&plan, words: .input, amount: .inputAmount)
        // "Benefits" or "Change" over numbers is no outcome.
        for index in plan.columns.indices where plan.columns[index].meaning == .outcome && isOpen(plan.columns[index]) {
            if shape(plan.columns[index], plan).isNumeric { plan.columns[index].meaning = .notUsed }
        }
        for index in plan.columns.indices {
            let column = plan.columns[index]
            guard column.meaning.isFigure, column.basis == .guessed || column.isYielding, isOpen(column) else {
                continue
            }
            let shape = shape(column, plan)
            if shape.isWords, column.meaning != .start, column.meaning != .quantity {
                plan.columns[index].meaning = .notUsed
            }
        }
    }

    /// Leaves one column for each meaning, where one is clearly likelier than the others.
    func settleDoubles(_ plan: inout SheetPlan) {
        for meaning in Set(plan.columns.map(\.meaning)) where meaning != .notUsed && meaning != .calculated {
            let same = plan.columns.indices.filter { plan.columns[$0].meaning == meaning }
            guard same.count > 1 else { continue }
            let best = same.map { rank(plan.columns[$0]) }.max() ?? 0
            let leading = same.filter { rank(plan.columns[$0]) == best }
            for index in same where !leading.contains(index) { giveUp(index, in: &plan) }
            guard leading.count > 1, let first = leading.first else { continue }
            if meaning.isFigure,
                !leading.dropFirst().allSatisfy({ holdsTheSame(plan.columns[first], plan.columns[$0], plan) })
            {
                continue
            }
            for index in leading.dropFirst() { giveUp(index, in: &plan) }
        }
    }

    /// `No.` over 1, 2, 3 to the left of what is counted numbers the lines.
    private func countsLines(_ column: PlannedColumn, _ plan: SheetPlan) -> Bool {
        guard column.meaning == .quantity, column.isYielding, ["number", "n"].contains(HeaderText(column.header).key),
            let outcome = plan.index(.outcome), column.column < outcome
        else { return false }
        var next = 1.0
        for row in plan.body {
            guard let number = cells.number(row, column.column) else { continue }
            guard number == next else { return false }
            next += 1
        }
        return next > 2
    }

    private func giveUp(_ index: Int, in plan: inout SheetPlan) {
        plan.columns[index].meaning = .notUsed
        plan.columns[index].basis = .guessed
    }

    private func rank(_ column: PlannedColumn) -> Int {
        switch column.basis {
        case .chosen: 8
        case .remembered: 6
        // What was found counts before what was hoped for.
        case .recognised: (column.isYielding ? 2 : 4) - (PlannedFigure.isNamed(column.header) ? 1 : 0)
        case .guessed: 0
        }
    }

    private func isOpen(_ column: PlannedColumn) -> Bool { column.basis == .recognised || column.basis == .guessed }

    private func shape(_ column: PlannedColumn, _ plan: SheetPlan) -> ColumnShape {
        ColumnShape(cells, column.column, rows: plan.body)
    }

    private func exchange(_ plan: inout SheetPlan, words: Meaning, amount: Meaning) {
        let hasAmount = plan.columns.contains { $0.meaning == amount }
        let hasWords = plan.columns.contains { $0.meaning == words }
        for index in plan.columns.indices where isOpen(plan.columns[index]) {
            let meaning = plan.columns[index].meaning
            if meaning == words, !hasAmount, shape(plan.columns[index], plan).isNumeric {
                plan.columns[index].meaning = amount
            } else if meaning == amount, shape(plan.columns[index], plan).isWords,
                // A name that is only ever an amount's stays one, so that what can't be read there is named cell by cell.
                plan.columns[index].isYielding || plan.columns.count(where: { $0.meaning == amount }) > 1
            {
                plan.columns[index].meaning = hasWords ? .notUsed : words
            }
        }
    }

    private func holdsTheSame(_ first: PlannedColumn, _ second: PlannedColumn, _ plan: SheetPlan) -> Bool {
        plan.body.allSatisfy { cells.value($0, first.column) == cells.value($0, second.column) }
    }
}
