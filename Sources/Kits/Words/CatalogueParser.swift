/// Reads a `.po` file line by line. Strict: what gettext's own msgfmt would refuse is refused with its line.
struct CatalogueParser {
    private enum Part: Equatable {
        case context, key, pluralKey
        case form(Int)
    }

    let file: String
    private(set) var entries: [CatalogueFile.Entry] = []
    private var entry: CatalogueFile.Entry?
    private var part: Part?
    private var isFuzzy = false
    private var seen: Set<String> = []
    private var context = ""

    init(file: String) {
        self.file = file
    }

    mutating func read(_ line: Substring, number: Int) throws(CatalogueProblem) {
        let line = line.drop { $0 == " " || $0 == "\t" }
        if line.isEmpty {
            try finishEntry()
        } else if line.hasPrefix("#") {
            if entry != nil, part != nil { try finishEntry() }
            if line.hasPrefix("#,"), line.contains("fuzzy") { isFuzzy = true }
        } else if line.hasPrefix("\"") {
            try append(unquoted(line, number: number), number: number)
        } else {
            try begin(line, number: number)
        }
    }

    mutating func finishEntry() throws(CatalogueProblem) {
        defer {
            isFuzzy = entry == nil ? isFuzzy : false
            entry = nil
            part = nil
            context = ""
        }
        guard let entry else { return }
        guard !entry.forms.isEmpty else { throw problem("an entry without msgstr", entry.line) }
        guard entries.count < CatalogueFile.mostEntries else { throw problem("too many entries", entry.line) }
        guard seen.insert(context + "\u{4}" + entry.key).inserted else {
            throw problem("the same msgid twice", entry.line)
        }
        // Our phrases have no contexts; an entry with one answers another programme's question.
        if !entry.hasContext { entries.append(entry) }
    }

    private mutating func begin(_ line: Substring, number: Int) throws(CatalogueProblem) {
        let word = line.prefix { $0 != " " && $0 != "\"" && $0 != "\t" }
        let text = try unquoted(line[word.endIndex...].drop { $0 == " " || $0 == "\t" }, number: number)
        switch word {
        case "msgctxt":
            try finishEntry()
            entry = CatalogueFile.Entry(line: number, key: "", isFuzzy: isFuzzy, hasContext: true)
            part = .context
        case "msgid":
            if part != .context {
                try finishEntry()
                entry = CatalogueFile.Entry(line: number, key: "", isFuzzy: isFuzzy)
            }
            part = .key
        case "msgid_plural" where part == .key:
            entry?.pluralKey = ""
            part = .pluralKey
        case "msgstr" where part == .key:
            entry?.forms = [""]
            part = .form(0)
        default:
            guard let form = formIndex(word), let current = entry, current.pluralKey != nil, part != .key,
                form == current.forms.count
            else { throw problem("\(word) is not expected here", number) }
            entry?.forms.append("")
            part = .form(form)
        }
        try append(text, number: number)
    }

    /// The number in `msgstr[2]`.
    private func formIndex(_ word: Substring) -> Int? {
        guard word.hasPrefix("msgstr["), word.hasSuffix("]") else { return nil }
        guard let form = Int(word.dropFirst(7).dropLast()), (0..<10).contains(form) else { return nil }
        return form
    }

    private mutating func append(_ text: String, number: Int) throws(CatalogueProblem) {
        switch part {
        case .context: context += text
        case .key: entry?.key += text
        case .pluralKey: entry?.pluralKey? += text
        case .form(let index): entry?.forms[index] += text
        case nil: throw problem("text that belongs to nothing", number)
        }
    }

    private func unquoted(_ line: Substring, number: Int) throws(CatalogueProblem) -> String {
        let line = line.reversed().drop { $0 == " " || $0 == "\t" }
        var rest = Substring(String(line.reversed()))
        guard rest.count >= 2, rest.first == "\"", rest.last == "\"" else {
            throw problem("text needs a quotation mark at both ends", number)
        }
        rest = rest.dropFirst().dropLast()
        var text = ""
        var isEscaped = false
        for character in rest {
            if isEscaped {
                switch character {
                case "n": text += "\n"
                case "t": text += "\t"
                case "r": text += "\r"
                case "\"", "\\": text.append(character)
                default: throw problem("\\\(character) is not an escape known here", number)
                }
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                throw problem("a quotation mark within text needs \\ before it", number)
            } else {
                text.append(character)
            }
        }
        guard !isEscaped else { throw problem("text ends in the middle of an escape", number) }
        return text
    }

    private func problem(_ detail: String, _ line: Int) -> CatalogueProblem {
        CatalogueProblem(file: file, line: line, detail: detail)
    }
}
