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

    mutating func read(_ line: ArraySlice<UInt8>, number: Int) throws(CatalogueProblem) {
        let line = Self.trimmed(line)
        switch line.first {
        case nil:
            try finishEntry()
        case UInt8(ascii: "#"):
            if entry != nil, part != nil { try finishEntry() }
            if line.starts(with: "#,".utf8), String(decoding: line, as: UTF8.self).contains("fuzzy") { isFuzzy = true }
        case UInt8(ascii: "\""):
            try append(unquoted(line, number: number), number: number)
        default:
            try begin(line, number: number)
        }
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var line = line.drop(while: isBlank)
        while let last = line.last, isBlank(last) { line.removeLast() }
        return line
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

    private mutating func begin(_ line: ArraySlice<UInt8>, number: Int) throws(CatalogueProblem) {
        let head = line.prefix { $0 != 0x20 && $0 != UInt8(ascii: "\"") && $0 != 0x09 }
        let text = try unquoted(Self.trimmed(line[head.endIndex...]), number: number)
        let word = String(decoding: head, as: UTF8.self)
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
    private func formIndex(_ word: String) -> Int? {
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

    private func unquoted(_ line: ArraySlice<UInt8>, number: Int) throws(CatalogueProblem) -> String {
        let quote = UInt8(ascii: "\"")
        guard line.count >= 2, line.first == quote, line.last == quote else {
            throw problem("text needs a quotation mark at both ends", number)
        }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in line.dropFirst().dropLast() {
            if isEscaped {
                guard let meant = Self.escapes[byte] else { throw problem("an escape that is not known here", number) }
                text.append(meant)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == quote {
                throw problem("a quotation mark within text needs \\ before it", number)
            } else {
                text.append(byte)
            }
        }
        guard !isEscaped else { throw problem("text ends in the middle of an escape", number) }
        return String(decoding: text, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "\""): UInt8(ascii: "\""),
        UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]

    private func problem(_ detail: String, _ line: Int) -> CatalogueProblem {
        CatalogueProblem(file: file, line: line, detail: detail)
    }
}
