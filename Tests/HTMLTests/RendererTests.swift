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
        let page = main(.class("page"), .id("content")) {
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
}
