extension Catalogue {
    /// The catalogue that a `.po` file holds. Fuzzy and empty entries count as not translated.
    ///
    /// The header names the language (`Language: cy`, `X-Language-Name: Cymraeg`), its plural rule, and, where they
    /// differ from English, `X-Decimal-Mark`, `X-Group-Mark`, `X-Percent-Form` and `X-Money-Form`.
    /// - Throws: for bad syntax, a bad header, and a translation whose numbered places are not those of its key.
    package init(name: String, bytes: [UInt8]) throws(CatalogueProblem) {
        try self.init(CatalogueFile(name: name, bytes: bytes))
    }

    init(_ file: CatalogueFile) throws(CatalogueProblem) {
        guard let code = file.header["Language"], Language.isCode(code) else {
            throw file.problem("the header names no language, as in Language: cy")
        }
        var plural = PluralRule.english
        if let line = file.header["Plural-Forms"] {
            guard let rule = PluralParser.rule(line), rule.isSound else {
                throw file.problem("Plural-Forms can't be read: \(line)")
            }
            plural = rule
        }
        var entries: [String: [String]] = [:]
        for entry in file.entries where entry.isTranslated {
            if entry.pluralKey != nil, entry.forms.count != plural.count {
                throw file.problem("\(plural.count) plural forms are needed", line: entry.line)
            }
            if let detail = Self.misplaced(entry) { throw file.problem(detail, line: entry.line) }
            entries[entry.key] = entry.forms
        }
        var forms = NumberForms()
        if let mark = file.header["X-Decimal-Mark"] { forms.decimalMark = mark }
        if let mark = file.header["X-Group-Mark"] { forms.groupMark = mark }
        if let form = file.header["X-Percent-Form"] { forms.percentForm = form }
        if let form = file.header["X-Money-Form"] { forms.moneyForm = form }
        let language = Language(code: code, name: file.header["X-Language-Name"] ?? code)
        self.init(language: language, forms: forms, plural: plural, entries: entries)
    }

    /// A plural form may leave a number out ("no people"); other translations keep every place; none has a new one.
    private static func misplaced(_ entry: CatalogueFile.Entry) -> String? {
        let known = Template.places(in: entry.key).union(Template.places(in: entry.pluralKey ?? ""))
        for form in entry.forms {
            let places = Template.places(in: form)
            if let stranger = places.subtracting(known).min() { return "{\(stranger)} is not in the English" }
            if entry.pluralKey == nil, let lost = known.subtracting(places).min() {
                return "{\(lost)} is missing from the translation"
            }
        }
        return nil
    }
}

extension PluralRule {
    /// Whether every number up to 1,000 has a form, as msgfmt checks.
    var isSound: Bool { (0...1000).allSatisfy { expression.value(for: UInt($0)) < UInt(count) } }
}
