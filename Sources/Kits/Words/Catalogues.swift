package import FoundationEssentials

/// All languages that an installation has words for.
package struct Catalogues: Sendable {
    /// English first, then the others by code; the pseudo-language is not among them.
    package let languages: [Language]
    private let byCode: [String: Catalogue]
    /// Every key of the source, from the template.
    private let keys: Set<String>

    /// English alone: what an installation without catalogues has.
    package static let englishOnly = Catalogues([], keys: [])

    package init(_ catalogues: [Catalogue], keys: Set<String>) {
        var byCode = [Language.english.code: Catalogue.english, Language.pseudo.code: Catalogue.pseudo]
        var languages: [Language] = []
        for catalogue in catalogues where byCode[catalogue.language.code] == nil {
            byCode[catalogue.language.code] = catalogue
            languages.append(catalogue.language)
        }
        self.languages = [.english] + languages.sorted { $0.code < $1.code }
        self.byCode = byCode
        self.keys = keys
    }

    /// Reads every `.po` file of a folder, and the keys from its `outcomes.pot`.
    package init(folder: String) throws(CatalogueProblem) {
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: folder) else {
            throw CatalogueProblem(file: folder, line: 0, detail: "no such folder")
        }
        func file(_ name: String) throws(CatalogueProblem) -> CatalogueFile {
            guard let data = files.contents(atPath: folder + "/" + name) else {
                throw CatalogueProblem(file: name, line: 0, detail: "can't be opened")
            }
            return try CatalogueFile(name: name, bytes: [UInt8](data))
        }
        var catalogues: [Catalogue] = []
        for name in names.sorted() where name.hasSuffix(".po") { catalogues.append(try Catalogue(file(name))) }
        let template = names.contains("outcomes.pot") ? try file("outcomes.pot") : nil
        self.init(catalogues, keys: Set(template?.entries.map(\.key) ?? []))
    }

    /// The catalogue of a language; nil where there is none.
    package func catalogue(_ code: String) -> Catalogue? { byCode[code] }

    /// The catalogue of a language, else English.
    package subscript(code: String) -> Catalogue { byCode[code] ?? .english }

    /// How many of the source's phrases a language has words for.
    package func coverage(_ code: String) -> Coverage {
        guard let catalogue = byCode[code] else { return Coverage(translated: 0, all: keys.count) }
        return Coverage(translated: keys.count { catalogue.has($0) }, all: keys.count)
    }

    package struct Coverage: Equatable, Sendable {
        package let translated: Int
        package let all: Int

        package var isComplete: Bool { translated == all }
        /// From 0 to 100, rounded down, so that 100 means all.
        package var percent: Int { all == 0 ? 100 : translated * 100 / all }
        /// The same from 0 to 1.
        package var share: Decimal { Decimal(percent) / 100 }
    }
}
