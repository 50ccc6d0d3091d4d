import FoundationEssentials
import Testing

@testable import Words

/// The catalogues that the project itself ships.
@Suite struct ProjectCataloguesTests {
    private let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/words"

    @Test func `every catalogue can be read, and Welsh is among them`() throws {
        let catalogues = try Catalogues(folder: folder)
        #expect(catalogues.languages.first == .english)
        #expect(catalogues.languages.contains(Language(code: "cy", name: "Cymraeg")))
        #expect(catalogues.coverage("cy").translated > 0)
    }

    @Test func `Welsh dates are Welsh`() throws {
        let welsh = try Catalogues(folder: folder)["cy"]
        // The names of the months as in the Welsh Government's style guide.
        let months = [
            "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref",
            "Tachwedd",
            "Rhagfyr",
        ]
        for (index, month) in months.enumerated() {
            let date: Phrase = "\(.date(year: 2026, month: index + 1, day: 24))"
            #expect(welsh.rendered(date) == ("24 \(month) 2026", false))
        }
    }

    @Test func `a folder that is not there is a problem with its name`() {
        #expect(throws: CatalogueProblem(file: "/no/such", line: 0, detail: "no such folder")) {
            try Catalogues(folder: "/no/such")
        }
    }
}
