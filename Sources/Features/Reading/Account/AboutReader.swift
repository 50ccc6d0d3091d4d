import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words
import Workbooks

/// Puts together who, for whom and when: an option first, then the sheet `About`, then the lines above the value map.
struct AboutReader {
    let options: ImportOptions
    /// Lines and the cells that they are in, the likelier sheet first.
    let sources: [(cells: Cells, lines: KeyedLines)]
    /// Lines above tables, which say who and when without a name beside it.
    let titles: TitleLines

    private static let longest = 300

    func text(_ option: String?, _ name: String, _ meaning: Meaning, _ findings: inout Findings) -> Sourced<String>? {
        if let option {
            let clean = CleanText(option).oneLine
            guard let clean else { return nil }
            guard clean.utf8.count <= AboutReader.longest else {
                refuseOption(name, clean, "At most \(AboutReader.longest) letters.", &findings)
                return nil
            }
            return Sourced(clean, from: .option(name))
        }
        guard let (cell, text) = found(meaning) ?? titles.found(meaning) else { return nil }
        guard text.utf8.count <= AboutReader.longest else {
            refuse(cell, String(text.prefix(60)), "At most \(AboutReader.longest) letters.", &findings)
            return nil
        }
        return Sourced(text, from: .cell(cell))
    }

    /// As it was typed; or made of two days, and then said in the language of the account.
    func period(_ findings: inout Findings) -> Sourced<Phrase>? {
        if options.period == nil, let (start, from) = foundDay(.periodStart), let (_, to) = foundDay(.periodEnd) {
            return Sourced("\(from) to \(to)", from: .cell(start))
        }
        return text(options.period, "period", .period, &findings).map { typed in
            Sourced(Phrase(verbatim: typed.value), from: typed.origin)
        }
    }

    func language(_ findings: inout Findings) -> Sourced<String> {
        let expected: Phrase = "en for English or cy for Welsh."
        if let option = options.language {
            if let code = AboutReader.languages[option.lowercased()] { return Sourced(code, from: .option("language")) }
            refuseOption("language", option, expected, &findings)
        } else if let (cell, text) = found(.language) {
            if let code = AboutReader.languages[text.lowercased()] { return Sourced(code, from: .cell(cell)) }
            refuse(cell, text, expected, &findings)
        }
        return Sourced("en", from: .assumed)
    }

    private static let languages = [
        "en": "en", "english": "en", "en-gb": "en", "saesneg": "en", "cy": "cy", "welsh": "cy", "cymraeg": "cy",
        "cy-gb": "cy",
    ]

    func discountRate(_ findings: inout Findings) -> Sourced<DiscountRate> {
        let expected: Phrase = "A rate from 0% to 20% a year, such as 0.035 or 3.5%."
        let assumed = Sourced(DiscountRate.flat(Decimal(35) / 1000), from: .assumed)
        if let option = options.discountRate {
            if let series = WrittenRate.series(option) { return Sourced(series, from: .option("discount-rate")) }
            if case .number(let number, let isPercent) = WrittenNumber(CleanText(option).oneLine ?? ""),
                let rate = AboutReader.strictRate(isPercent ? number / 100 : number)
            {
                return Sourced(rate, from: .option("discount-rate"))
            }
            if case .either(let point, _, let isPercent, signIsPoint: true) = WrittenNumber(
                CleanText(option).oneLine ?? ""),
                let rate = AboutReader.strictRate(isPercent ? point / 100 : point)
            {
                return Sourced(rate, from: .option("discount-rate"))
            }
            refuseOption("discount-rate", option, expected, &findings)
            return assumed
        }
        guard let (cell, text) = found(.discountRate) else { return assumed }
        if let series = WrittenRate.series(text) { return Sourced(series, from: .cell(cell)) }
        if case .number(let number, let isPercent) = WrittenNumber(text),
            let rate = WrittenRate.rate(isPercent ? number / 100 : number, isPercent: isPercent)
        {
            return Sourced(rate, from: .cell(cell))
        }
        refuse(cell, text, expected, &findings)
        return assumed
    }

    /// An option is a share: 3.5 is not taken for 3.5 %.
    private static func strictRate(_ share: Decimal) -> DiscountRate? {
        share >= 0 && share <= WrittenRate.highest ? .flat(share) : nil
    }

    /// What was put in altogether, by lines that say so: one of the workbook, or else one on the sheet of each map.
    func totalInputs(from giver: String?, maps: [String]) -> [EnteredInput] {
        let apart = sources.filter { !maps.contains($0.cells.sheet.name) }
        if let (cell, text) = found(.totalInput, in: apart), let total = input(from: giver, cell, text) {
            return [total]
        }
        var sheets: [String] = []
        for map in maps where !sheets.contains(map) { sheets.append(map) }
        return sheets.compactMap { sheet in
            let own = sources.filter { $0.cells.sheet.name == sheet }
            return found(.totalInput, in: own).flatMap { input(from: giver, $0.cell, $0.text) }
        }
    }

    private func input(from giver: String?, _ cell: CellReference, _ text: String) -> EnteredInput? {
        let amount: Decimal
        switch WrittenNumber(text) {
        case .number(let number, isPercent: false): amount = number
        // A comma before three digits groups thousands.
        case .either(let grouped, _, isPercent: false, signIsPoint: false): amount = grouped
        default: return nil
        }
        guard amount > 0, amount <= NumberColumn.largest else { return nil }
        return EnteredInput(
            stakeholder: giver ?? "", description: nil, amount: Sourced(amount, from: .cell(cell)),
            kind: Sourced(.cash, from: .assumed), year: Sourced(0, from: .assumed))
    }

    func convention(_ findings: inout Findings) -> Sourced<Convention> {
        let expected: Phrase = "endOfYear, midYear or startOfYear."
        if let option = options.convention {
            if let convention = AboutReader.convention(option) {
                return Sourced(convention, from: .option("convention"))
            }
            refuseOption("convention", option, expected, &findings)
        } else if let (cell, text) = found(.convention) {
            if let convention = AboutReader.convention(text) { return Sourced(convention, from: .cell(cell)) }
            refuse(cell, text, expected, &findings)
        }
        return Sourced(.endOfYear, from: .assumed)
    }

    private static func convention(_ text: String) -> Convention? {
        let letters = text.lowercased().filter(\.isLetter)
        return Convention.allCases.first { convention in
            let name = convention.rawValue.lowercased()
            return letters == name || letters == name.replacing("of", with: "ofthe")
        }
    }

    /// The first line with that meaning that says anything.
    func found(_ meaning: Meaning) -> (cell: CellReference, text: String)? { found(meaning, in: sources) }

    private func found(_ meaning: Meaning, in sources: [(cells: Cells, lines: KeyedLines)]) -> (
        cell: CellReference, text: String
    )? {
        guard let (cell, value) = foundValue(meaning, in: sources) else { return nil }
        return switch value {
        case .day(let day): (cell, day.spelled)
        case .text(let text): (cell, text)
        }
    }

    /// The same, with a day left to be said in any language.
    private func foundDay(_ meaning: Meaning) -> (cell: CellReference, day: Phrase.Argument)? {
        guard let (cell, value) = foundValue(meaning, in: sources) else { return nil }
        return switch value {
        case .day(let day): (cell, .date(year: day.year, month: day.month, day: day.day))
        case .text(let text): (cell, .text(text))
        }
    }

    private enum Found { case day(CivilDate), text(String) }

    private func foundValue(_ meaning: Meaning, in sources: [(cells: Cells, lines: KeyedLines)]) -> (
        cell: CellReference, value: Found
    )? {
        for (cells, lines) in sources {
            guard let line = lines.line(meaning) else { continue }
            let cell = line.value
            if let text = line.text {
                if NumberWords.missing.contains(text.lowercased()) { continue }
                return (cell, .text(text))
            }
            if case .date(let year, let month, let day) = cells.value(cell.row, cell.column) {
                return (cell, .day(CivilDate(year: year, month: month, day: day)))
            }
            if let text = cells.text(cell.row, cell.column), !NumberWords.missing.contains(text.lowercased()) {
                // A percent format is part of what is written.
                return (cell, .text(text))
            }
        }
        return nil
    }

    func refuseOption(_ name: String, _ found: String, _ expected: Phrase, _ findings: inout Findings) {
        findings.add(
            .option, found: "\(name): \(found)", expected: expected, mend: "Give the option again, or leave it out.")
    }

    func refuse(_ cell: CellReference, _ found: String, _ expected: Phrase, _ findings: inout Findings) {
        findings.add(.about, at: cell, found: found, expected: expected, mend: "Correct the cell, or empty it.")
    }
}
