import HTML
import Testing
import Words

@Suite struct DataTableTests {
    private let table = DataTable(
        "Who took part", columns: [.text("Area"), .number("People"), .opening("Derivation")],
        rows: [
            .group(verbatim("Near & far")), .cells([verbatim("North"), phrase("\(12)"), p { "So." }]),
            .cells([verbatim("South"), .nothing]),
        ])

    @Test func `each cell carries its heading, for screens on which the row of headings has no room`() {
        let html = table.html.render(in: .english)
        #expect(html.contains("<caption>Who took part</caption>"))
        #expect(html.contains("<th scope=\"col\">People</th>"))
        #expect(html.contains("<th scope=\"row\">North</th><td data-heading=\"People\">12</td>"))
    }

    @Test func `columns of numbers are named once, for the whole table`() {
        #expect(table.html.render(in: .english).contains("<table class=\"number-2\">"))
    }

    @Test func `what opens in place is for the screen and needs no heading`() {
        let html = table.html.render(in: .english)
        #expect(html.contains("<td class=\"screen-only\"><p>So.</p></td>"))
        #expect(html.contains("<th scope=\"col\" class=\"screen-only\">Derivation</th>"))
    }

    @Test func `a group's heading stands over the whole width`() {
        let html = table.html.render(in: .english)
        #expect(html.contains("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"3\">Near &amp; far</th></tr>"))
    }

    @Test func `a row may be shorter than the table, and an empty cell stays empty`() {
        #expect(
            table.html.render(in: .english).contains(
                "<th scope=\"row\">South</th><td data-heading=\"People\"></td></tr>"))
    }

    @Test func `a table for paper alone carries nothing for narrow screens`() {
        var paper = table
        paper.isForPaper = true
        let html = paper.html.render(in: .english)
        #expect(!html.contains("data-heading"))
        #expect(html.contains("<table class=\"on-paper number-2\">"))
    }

    @Test func `headings within cells are in the reader's language`() throws {
        let header = "msgid \"\"\nmsgstr \"\"\n\"Language: cy\\n\"\n\"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n\n"
        let entries = "msgid \"People\"\nmsgstr \"Pobl\"\n"
        let welsh = try Catalogue(name: "cy.po", bytes: Array((header + entries).utf8))
        #expect(table.html.render(in: welsh).contains("<td data-heading=\"Pobl\">12</td>"))
    }
}
