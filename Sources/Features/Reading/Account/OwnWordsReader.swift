import Documents
import Words
import Workbooks

/// Reads the provider's own words. A story is kept only where its line says that consent was given.
struct OwnWordsReader {
    let cells: Cells
    let lines: KeyedLines

    init(_ sheet: Sheet) {
        cells = Cells(sheet: sheet)
        lines = KeyedLines(cells, by: HeaderDictionary.names(of: .ownWords), allowsLoose: true)
    }

    /// Longer texts would fill the account's four pages by themselves.
    private static let longest = 20_000

    func words(_ findings: inout Findings) -> OwnWords {
        let story = text(.story, &findings)
        let isAgreed = story != nil && consentIsGiven()
        if story != nil, !isAgreed {
            findings.note("We left the story out, because the sheet does not say that consent was given.")
        }
        return OwnWords(
            whatWeDid: text(.whatWeDid, &findings), story: isAgreed ? story : nil,
            storyLeftOut: story != nil && !isAgreed,
            whatWeLearned: text(.whatWeLearned, &findings), whatNext: text(.whatNext, &findings))
    }

    private func text(_ meaning: Meaning, _ findings: inout Findings) -> String? {
        guard let line = lines.line(meaning),
            let text = line.text ?? cells.paragraphs(line.value.row, line.value.column)
        else { return nil }
        guard text.utf8.count <= OwnWordsReader.longest else {
            findings.add(
                .tooLarge, at: line.value, found: String(text.prefix(60)),
                expected: "At most \(OwnWordsReader.longest) letters.",
                mend: "Shorten the text.")
            return nil
        }
        return text
    }

    /// Consent stands in its own column in the story's row, or in a line of its own.
    private func consentIsGiven() -> Bool {
        guard let story = lines.line(.story) else { return false }
        let keys = HeaderDictionary.names(of: .ownWords)
        for row in 0...story.value.row {
            for column in cells.columns where column != story.key.column {
                guard let header = cells.text(row, column), keys.match(HeaderText(header))?.meaning == .consent else {
                    continue
                }
                let isColumn = row <= story.key.row && row < story.value.row || row < story.key.row
                if isColumn, let answer = cells.text(story.value.row, column) { return OwnWordsReader.isYes(answer) }
            }
        }
        guard let line = lines.line(.consent) else { return false }
        return cells.text(line.value.row, line.value.column).map(OwnWordsReader.isYes) ?? false
    }

    static func isYes(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let first = words.first.map(String.init) else { return text == "\u{2713}" || text == "\u{2714}" }
        return ["yes", "y", "true", "given", "1", "ie", "do", "agreed", "obtained"].contains(first)
    }
}
