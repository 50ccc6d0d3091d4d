/// The entries of a gettext `.po` or `.pot` file.
struct CatalogueFile: Equatable {
    struct Entry: Equatable {
        var line: Int
        var key: String
        var pluralKey: String?
        /// One for each plural form; empty strings where nothing is translated.
        var forms: [String] = []
        var isFuzzy = false
        var hasContext = false

        var isTranslated: Bool { !isFuzzy && !forms.isEmpty && forms.allSatisfy { !$0.isEmpty } }
    }

    let name: String
    let entries: [Entry]
    /// The fields of the header entry, such as `Language: cy`.
    let header: [String: String]

    static let mostBytes = 4_000_000
    static let mostEntries = 50_000

    init(name: String, bytes: [UInt8]) throws(CatalogueProblem) {
        guard bytes.count <= Self.mostBytes else {
            throw CatalogueProblem(file: name, line: 1, detail: "larger than \(Self.mostBytes) bytes")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw CatalogueProblem(file: name, line: 1, detail: "not UTF-8")
        }
        var parser = CatalogueParser(file: name)
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            try parser.read(line, number: index + 1)
        }
        try parser.finishEntry()
        var entries = parser.entries
        var header: [String: String] = [:]
        if let first = entries.first, first.key.isEmpty {
            entries.removeFirst()
            for line in first.forms.joined().split(separator: "\n") {
                let sides = line.split(separator: ":", maxSplits: 1)
                if sides.count == 2 { header[String(sides[0])] = String(sides[1].drop { $0 == " " }) }
            }
        }
        self.name = name
        self.header = header
        self.entries = entries
    }

    func problem(_ detail: String, line: Int = 1) -> CatalogueProblem {
        CatalogueProblem(file: name, line: line, detail: detail)
    }
}
