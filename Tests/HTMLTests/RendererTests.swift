import Testing
import Words

@testable import HTML

@Suite struct RendererTests {
    private func welsh(_ entries: String = "") throws -> Catalogue {
        let header = """
            msgid ""
            msgstr ""
            "Language: cy\\n"
            "Plural-Forms: nplurals=2; plural=n != 1;\\n"

            msgid "Home"
            msgstr "Hafan"


            """
        return try Catalogue(name: "cy.po", bytes: Array((header + entries).utf8))
    }

    private func people(_ count: Int) -> Phrase {
        Phrase(one: "\(count) person", other: "\(count) people", count: count)
    }

    @Test func `a literal is a phrase and what people typed is escaped`() {
        let name = "Tom & \"Jo\" <b>"
        let page = main(.classes("page"), .id("content")) {
            h1 { "Home" }
            p {
                "\(name) helped \(1234) people."
                br()
                verbatim(name)
            }
            for item in ["one", "two"] { span(.title("Home")) { .verbatim(item) } }
            if name.isEmpty { "Nobody" } else { phrase(people(1)) }
        }
        #expect(
            page.render(in: .english)
                == "<main class=\"page\" id=\"content\"><h1>Home</h1>"
                + "<p>Tom &amp; &quot;Jo&quot; &lt;b&gt; helped 1,234 people.<br>Tom &amp; &quot;Jo&quot; &lt;b&gt;</p>"
                + "<span title=\"Home\">one</span><span title=\"Home\">two</span>1 person</main>")
    }

    @Test func `a phrase without a translation is marked as English`() throws {
        let page = nav(.ariaLabel("Pages")) {
            a(.href("/")) { "Home" }
            p {
                "Reports"
                " "
                "Home"
            }
            h2 { "Reports" }
        }
        #expect(
            page.render(in: try welsh())
                == "<nav aria-label=\"Pages\" lang=\"en\"><a href=\"/\"><span lang=\"cy\">Hafan</span></a>"
                + "<p>Reports <span lang=\"cy\">Hafan</span></p><h2>Reports</h2></nav>")
        #expect(h2 { "Reports" }.render(in: try welsh()) == "<h2 lang=\"en\">Reports</h2>")
    }

    @Test func `a reader is told how much is in their language, and only where something is not`() throws {
        let page = HTML.group([p { "Home" }, p { "Three more words" }, .translationNote])
        #expect(
            page.render(in: try welsh())
                == "<p>Hafan</p><p lang=\"en\">Three more words</p><p class=\"page-note\" lang=\"en\">"
                + "25% of the words here are in your language. The rest are in English.</p>")
        #expect(page.render(in: .english) == "<p>Home</p><p>Three more words</p>")
        #expect(HTML.group([p { "Home" }, .translationNote]).render(in: try welsh()) == "<p>Hafan</p>")
    }

    @Test func `a whole page has its landmarks, its languages and one way past its head`() throws {
        let frame = Page(
            productName: "Product", home: "/", navigation: [Page.Link("Home", "/", isCurrent: true)],
            languages: [
                Page.LanguageLink(.english, "?language=en"),
                Page.LanguageLink(Language(code: "cy", name: "Cymraeg"), "?language=cy"),
            ]
        ) { h1 { "Home" } }
        let document = Document(title: "Home", styleSheet: .link("/style.css")) { frame.html(in: .english) }
        #expect(
            document.render(in: .english) == """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1">\
                <meta name="color-scheme" content="light dark"><title>Home</title>\
                <link rel="stylesheet" href="/style.css"></head><body>\
                <a class="skip-link" href="#main">Skip to the main part</a>\
                <header class="site-header"><div class="wrap"><a class="site-name" href="/">Product</a>\
                <nav class="site-nav" aria-label="Main"><ul><li><a href="/" aria-current="page">Home</a></li></ul></nav>\
                <nav class="languages" aria-label="Languages"><ul><li><span lang="en" aria-current="true">English</span></li>\
                <li><a href="?language=cy" lang="cy" hreflang="cy" rel="alternate">Cymraeg</a></li></ul></nav></div></header>\
                <main id="main" tabindex="-1"><div class="wrap"><h1>Home</h1></div></main>\
                <footer class="site-footer"><div class="wrap"></div></footer></body></html>

                """)
        #expect(UnreachedWords.find(inHTML: document.render(in: .pseudo)) == [])
    }
}
