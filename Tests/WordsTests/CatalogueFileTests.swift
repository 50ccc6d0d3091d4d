import Testing

@testable import Words

@Suite struct CatalogueFileTests {
    private static let header = """
        # Words
        msgid ""
        msgstr ""
        "Language: cy\\n"
        "X-Language-Name: Cymraeg\\n"
        "Plural-Forms: nplurals=3; plural=n == 0 ? 0 : n == 1 ? 1 : 2;\\n"


        """

    private func catalogue(_ text: String) throws(CatalogueProblem) -> Catalogue {
        try Catalogue(name: "cy.po", bytes: Array((Self.header + text).utf8))
    }

    @Test func `a catalogue gives phrases in its language, with the form that a number takes`() throws {
        let welsh = try catalogue(
            """
            #. {1} is count
            #: Sources/A.swift
            msgid "{1} person"
            msgid_plural "{1} people"
            msgstr[0] "neb"
            msgstr[1] "{1} person"
            msgstr[2] "{1} o "
            "bobl"

            msgid "From {1} to {2}"
            msgstr "I {2} o {1}"

            """)
        func people(_ count: Int) -> Phrase { Phrase(one: "\(count) person", other: "\(count) people", count: count) }
        #expect(welsh.language == Language(code: "cy", name: "Cymraeg"))
        #expect([0, 1, 2000].map { welsh.text(people($0)) } == ["neb", "1 person", "2,000 o bobl"])
        let (first, last) = ("Ann", "Bob")
        #expect(welsh.text("From \(first) to \(last)") == "I Bob o Ann")
    }

    @Test func `what falls back is told apart, also within a phrase`() throws {
        let welsh = try catalogue("msgid \"On {1}\"\nmsgstr \"Ar {1}\"\n")
        #expect(
            welsh.pieces("On \(.date(year: 2026, month: 5, day: 4))") == [
                Catalogue.Piece(text: "Ar ", isFallback: false), Catalogue.Piece(text: "4 May 2026", isFallback: true),
            ])
        let inner: Phrase = "On \(3)"
        #expect(welsh.pieces("All \(inner)") == [Catalogue.Piece(text: "All On 3", isFallback: true)])
        #expect(welsh.rendered("\(3) / \(4)") == ("3 / 4", false))
        #expect(welsh.rendered(Phrase(verbatim: "Tom")) == ("Tom", false))
    }

    @Test func `empty, fuzzy and obsolete entries are not translations, and contexts are not ours`() throws {
        let welsh = try catalogue(
            """
            msgid "Empty"
            msgstr ""

            #, fuzzy
            #| msgid "Old"
            msgid "Fuzzy"
            msgstr "Niwlog"

            msgid "Home"
            msgstr "Hafan"

            msgctxt "verb"
            msgid "Home"
            msgstr "Anelu"

            #~ msgid "Gone"
            #~ msgstr "Wedi mynd"
            """)
        let keys: Set = ["Empty", "Fuzzy", "Home", "Other"]
        let all = Catalogues([welsh], keys: keys)
        #expect(welsh.text("Home") == "Hafan")
        #expect(all.coverage("cy") == Catalogues.Coverage(translated: 1, all: 4))
        #expect(all.coverage("cy").percent == 25)
        #expect(all.coverage("en").isComplete)
        #expect(all.languages.map(\.code) == ["en", "cy"])
    }

    @Test(arguments: [
        ("msgid \"A\"\n", 8, "without msgstr"), ("msgid \"A\"\nmsgstr \"B\n", 9, "quotation mark"),
        ("msgid \"A\"\nmsgstr \"\\q\"\n", 9, "escape"), ("msgid \"A\"\nmsgstr \"a\"b\"\n", 9, "quotation mark"),
        ("msgstr \"A\"\n", 8, "not expected"), ("\"A\"\n", 8, "belongs to nothing"), ("hello\n", 8, "quotation mark"),
        ("msgid \"A\"\nmsgstr \"B\"\n\nmsgid \"A\"\nmsgstr \"C\"\n", 11, "twice"),
        ("msgid \"{1}\"\nmsgstr \"B\"\n", 8, "{1} is missing"), ("msgid \"A\"\nmsgstr \"{2}\"\n", 8, "{2} is not in"),
        ("msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"C\"\n", 8, "3 plural forms"),
        ("msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[1] \"C\"\n", 10, "not expected"),
        ("msgid \"A\"\nmsgstr[0] \"C\"\n", 9, "not expected"), ("msgid \"A\"\nmsgstr \"B\\\"\n", 9, "escape"),
    ])
    func `a fault is refused with its line`(text: String, line: Int, detail: String) {
        let problem = #expect(throws: CatalogueProblem.self) { _ = try catalogue(text) }
        #expect(problem?.line == line)
        #expect(problem?.detail.contains(detail) == true, "\(problem?.detail ?? "")")
    }

    @Test(arguments: ["", "Language: ../x\\n", "Language: cy\\nPlural-Forms: nplurals=2; plural=n;\\n"])
    func `a header without a language or a sound plural rule is refused`(fields: String) {
        #expect(throws: CatalogueProblem.self) {
            try Catalogue(name: "x.po", bytes: Array("msgid \"\"\nmsgstr \"\(fields)\"\n".utf8))
        }
    }

    @Test func `no file stops the reader, however it is mangled`() {
        let text = Array(
            (Self.header + "msgid \"{1} a\"\nmsgid_plural \"b\\n\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n").utf8)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<3000 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert(contentsOf: Array("\"\\n#[]m ".utf8).shuffled(using: &random).prefix(2), at: place)
                }
            }
            _ = try? Catalogue(name: "cy.po", bytes: bytes)
        }
        #expect(throws: CatalogueProblem.self) {
            try Catalogue(name: "x.po", bytes: Array(repeating: 0x0A, count: CatalogueFile.mostBytes + 1))
        }
        #expect(throws: CatalogueProblem.self) { try Catalogue(name: "x.po", bytes: [0xFF, 0xFE]) }
    }
}
