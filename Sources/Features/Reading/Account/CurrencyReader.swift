import Documents
import Words
import Workbooks

/// Finds the currency of a value map: an option, the `About` sheet, signs and words of the map itself, then of its neighbours.
struct CurrencyReader {
    let about: AboutReader
    let maps: [SheetPlan]
    let others: [Cells]

    private static let moneyMeanings: Set<Meaning> = [.inputAmount, .proxy, .proxyLow, .proxyHigh]

    func currency(_ findings: inout Findings) -> Sourced<String> {
        let expected: Phrase = "The code of a currency, such as GBP."
        if let option = about.options.currency {
            if let code = Currencies.code(for: option) { return Sourced(code, from: .option("currency")) }
            about.refuseOption("currency", option, expected, &findings)
            return Sourced("GBP", from: .assumed)
        }
        // A currency is a word or a sign. A number beside "Amount" is an amount.
        if let (cell, text) = about.found(.currency), !text.unicodeScalars.contains(where: isDigit) {
            if let code = Currencies.code(for: text) { return Sourced(code, from: .cell(cell)) }
            about.refuse(cell, text, expected, &findings)
            return Sourced("GBP", from: .assumed)
        }
        let inMaps = maps.flatMap(mentions)
        let codes = unique(inMaps.map(\.code))
        if codes.count > 1, let other = inMaps.first(where: { $0.code != codes[0] }) {
            findings.add(
                .currencies, at: other.cell, found: codes.joined(separator: ", "),
                expected: "One currency for all amounts.",
                mend: "Write all amounts in one currency, or say which it is with the option currency.")
            return Sourced("GBP", from: .assumed)
        }
        if let found = inMaps.first { return taken(found, &findings) }
        for cells in others {
            let mentioned = titles(cells, above: cells.rows.lowerBound + 12)
            if unique(mentioned.map(\.code)).count == 1, let found = mentioned.first { return taken(found, &findings) }
        }
        return Sourced("GBP", from: .assumed)
    }

    private func taken(_ found: Mention, _ findings: inout Findings) -> Sourced<String> {
        if found.isBareDollar {
            findings.note("We read the sign $ as United States dollars. If it is another dollar, give the currency.")
        }
        return Sourced(found.code, from: .cell(found.cell))
    }

    private struct Mention {
        let code: String
        let cell: CellReference
        var isBareDollar = false
    }

    /// Signs and words in the titles and headers of a map, and in and on its amounts.
    private func mentions(_ map: SheetPlan) -> [Mention] {
        var found = titles(map.cells, above: map.header.rows.upperBound + 1)
        for column in map.columns where CurrencyReader.moneyMeanings.contains(column.meaning) {
            for row in map.body.prefix(1000) {
                let cell = map.cells.reference(row, column.column)
                if case .currency(let sign) = map.cells.sheet.format(row: row, column: column.column),
                    let code = Currencies.code(for: sign)
                {
                    found.append(Mention(code: code, cell: cell, isBareDollar: sign == "$"))
                }
                if case .text(let text) = map.cells.value(row, column.column), text.utf8.count <= 60 {
                    found += Currencies.mentioned(in: text).map { mention($0, text, cell) }
                }
            }
        }
        return found
    }

    private func titles(_ cells: Cells, above end: Int) -> [Mention] {
        var found: [Mention] = []
        for row in cells.rows where row < end {
            for column in cells.columns.prefix(200) {
                guard case .text(let text) = cells.value(row, column), text.utf8.count <= 300 else { continue }
                found += Currencies.mentioned(in: text).map { mention($0, text, cells.reference(row, column)) }
            }
        }
        return found
    }

    private func mention(_ code: String, _ text: String, _ cell: CellReference) -> Mention {
        let isBare = code == "USD" && text.contains("$") && !text.contains("US$") && !text.uppercased().contains("USD")
        return Mention(code: code, cell: cell, isBareDollar: isBare)
    }

    private func unique(_ codes: [String]) -> [String] {
        codes.reduce(into: []) { found, code in if !found.contains(code) { found.append(code) } }
    }
}
