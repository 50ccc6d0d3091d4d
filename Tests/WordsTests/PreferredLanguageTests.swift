import Testing

@testable import Words

@Suite struct PreferredLanguageTests {
    private func catalogue(_ code: String) -> Catalogue {
        Catalogue(language: Language(code: code, name: code), forms: NumberForms(), plural: .english, entries: [:])
    }

    // The first is the example of RFC 9110, section 12.5.4.
    @Test(arguments: [
        ("da, en-gb;q=0.8, en;q=0.7", "da"), ("cy-GB,cy;q=0.9,en;q=0.8", "cy"), ("en-GB,en;q=0.9,cy;q=0.8", "en"),
        ("fr, cy;q=0.1", "cy"), ("cy;q=0, en;q=0.5", "en"), ("cy;q=0.001", "cy"), ("*", "en"), ("", "en"),
        ("qps", "en"),
        ("cy;q=2", "en"), (";;;,,,=", "en"), ("CY", "cy"), ("fr", "en"), ("en;q=0.2,cy;q=1.0", "cy"),
    ])
    func `the browser's wishes choose among the languages that there are`(header: String, code: String) {
        let all = Catalogues([catalogue("cy"), catalogue("da")], keys: [])
        #expect(all.preferred(header).language.code == code)
    }

    @Test func `a header without end costs nothing`() {
        let header = String(repeating: "x;q=0.5,", count: 100_000)
        #expect(Catalogues.englishOnly.preferred(header).language == .english)
    }
}
