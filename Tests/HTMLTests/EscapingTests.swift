import Testing
import Words

@testable import HTML

/// Random text that is rich in what has a meaning in markup.
private struct Nonsense: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 16 ^ state
    }

    mutating func text() -> String {
        let parts = [
            "<", ">", "\"", "'", "&", "</p>", "<script>", "]]>", "<!--", "-->", "\u{0}", "\u{8}", "\u{7F}", "\n", "=",
            "/", "`", " ", "a", "é", "👩‍👩‍👧", "&lt;", "&#x3c;", "onload=", "{1}", "\u{2028}", "</title>", "</style",
        ]
        return (0..<Int.random(in: 0...12, using: &self)).map { _ in parts.randomElement(using: &self) ?? "" }.joined()
    }
}

@Suite struct EscapingTests {
    private func unescaped(_ text: Substring) -> String {
        var result = text.split(separator: "&lt;", omittingEmptySubsequences: false).joined(separator: "<")
        for (entity, sign) in [("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            result = result.split(separator: entity, omittingEmptySubsequences: false).joined(separator: sign)
        }
        return result
    }

    private func withoutControls(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" }))
    }

    @Test func `whatever is typed, it comes back as the same text and the same value, in the same place`() throws {
        var random = Nonsense(state: 20_261_124)
        for _ in 0..<5000 {
            let text = random.text()
            let value = random.text()
            let html = p(.classes(value)) { .verbatim(text) }.render(in: .english)
            let start = "<p class=\""
            #expect(html.hasPrefix(start) && html.hasSuffix("</p>"))
            let inner = html.dropFirst(start.count).dropLast(4)
            let quote = try #require(inner.firstIndex(of: "\""))
            let shownValue = inner[..<quote]
            let rest = inner[quote...].dropFirst()
            #expect(rest.first == ">")
            let shownText = rest.dropFirst()
            for shown in [shownValue, shownText] {
                #expect(!shown.contains { "<>\"'".contains($0) })
            }
            #expect(unescaped(shownValue).unicodeScalars.elementsEqual(withoutControls(value).unicodeScalars))
            #expect(unescaped(shownText).unicodeScalars.elementsEqual(withoutControls(text).unicodeScalars))
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "blob:x",
    ])
    func `an address that would run something is left out`(address: String) {
        #expect(a(.href(address)) { .verbatim("x") }.render(in: .english) == "<a>x</a>")
    }

    @Test(arguments: ["/accounts/7?a=b:c", "#main", "./page:2", "https://example.org/", "mailto:a@b.c", "?q=a:b"])
    func `an ordinary address stays`(address: String) {
        #expect(a(.href(address)) { .verbatim("x") }.render(in: .english) == "<a href=\"\(address)\">x</a>")
    }

    @Test func `a style sheet cannot end its element`() {
        let page = Document(title: "Title", styleSheet: .embedded("p::after{content:'</style><script>'}")) {
            p { "Text" }
        }
        let html = page.render(in: .english)
        #expect(html.firstRange(of: "</style><script>") == nil)
        #expect(html.firstRange(of: "<\\/style><script>'}</style>") != nil)
    }

    @Test func `elements nested without end are cut and do not crash`() {
        var html = HTML.verbatim("x")
        for _ in 0..<2000 { html = div { html } }
        #expect(html.bytes(in: .english).count < 400 * 11 + 1)
    }
}
