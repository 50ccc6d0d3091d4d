import CanonicalJSON
import Drivers
import FoundationEssentials
import StandIns
import Testing
import Web

@testable import InsideOutcomes
@testable import Language

/// That nothing which names outcomes forgets in whose words its reader reads.
@Suite(.onEveryDriver) struct LensEveryPageTests {
    /// An account in two editions whose first outcome means what a list calls "Thriving".
    private struct Read {
        let account: String
        let words: String
        let list: Int
    }

    private func prepare(_ ground: LanguageGround) async throws -> Read {
        let visitor = ground.visitor
        let account = try await visitor.published()
        let words = try await visitor.firstOutcome(of: account)
        visitor.worker.hold(.map(proxy: "700"))
        let item = try await visitor.ask(
            "POST", account + "/correct", form: ["reason": "The proxy was last year’s."], file: "b.xlsx"
        ).location
        _ = try await visitor.makeAccount(of: item)
        _ = try await visitor.publish(account, edition: 2)
        let list = try await ground.load("theirs", ["Aims", "Thriving"])
        try await ground.mean(words, "theirs:1")
        return Read(account: account, words: words, list: list)
    }

    @Test func `an earlier edition is read in other words with its own figures, and leads to both`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let read = try await prepare(ground)
        let (account, list) = (read.account, read.list)
        var worths: [Double] = []
        for number in [1, 2] {
            let edition = "\(account)/editions/\(number)"
            let facts = try await visitor.ask("GET", edition + "/account.json", as: .stranger).text
            let page = try await visitor.ask("GET", "\(edition)/in/\(list)", as: .stranger)
            #expect(page.status == 200 && page.text.contains("Thriving"))
            #expect(page.text.contains(", edition \(number) – "))
            #expect(page.text.contains("href=\"\(edition)?words=own\""))
            #expect(page.text.contains("href=\"\(account)/editions/\(3 - number)/in/\(list)\""))
            #expect(page.text.contains("This edition was corrected.") == (number == 1))
            let reading = try await JSON(
                parsing: visitor.ask("GET", "\(edition)/in/\(list)/account.json", as: .stranger).text)
            #expect(reading["of"]?["edition"]?.integerValue == number)
            #expect(page.text.contains(try #require(reading["of"]?["sha256"]?.stringValue)))
            let total = try #require(
                try JSON(parsing: facts)["figures"]?.arrayValue?.first { $0["id"] == "presentValue" }?["value"]?
                    .numberValue)
            let told = try #require(
                reading["totals"]?.arrayValue?.first { $0["id"] == "presentValue" }?["value"]?.numberValue)
            #expect(told == total)
            worths.append(told)
            // What somebody chose holds for editions as for accounts.
            let led = try await visitor.ask("GET", edition, as: .stranger, remembering: "io-words=\(list)")
            #expect(led.location == "\(edition)/in/\(list)")
            let gone = try await visitor.ask("GET", "\(edition)/in/99", as: .stranger)
            #expect(gone.location == edition + "?words=own")
            for form in ["pdf", "xlsx", "html"] {
                let file = try await visitor.ask("GET", "\(edition)/in/\(list)/account.\(form)", as: .stranger)
                #expect(file.status == 200, "\(form)")
                if form == "html" { #expect(file.text.contains("\(edition)\"")) }
            }
        }
        #expect(Set(worths).count == 2)
        for number in ["3", "01", "x"] {
            let address = "\(account)/editions/\(number)/in/\(list)"
            #expect(try await visitor.ask("GET", address, as: .stranger).status == 404, "\(number)")
        }
        #expect(
            try await visitor.ask("GET", "\(account)/in/\(list)", as: .stranger).text.contains(
                "href=\"\(account)/editions/1/in/\(list)\""))
        await visitor.close()
    }

    @Test func `how a figure was worked out is told under the headings of the list, with the cells of the original`()
        async throws
    {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let read = try await prepare(ground)
        let own = try await visitor.ask("GET", read.account + "?words=own", as: .stranger).text
        let page = try await visitor.ask("GET", "\(read.account)/in/\(read.list)", as: .stranger).text
        #expect(page.contains("How was this worked out?"))
        #expect(
            page.contains("<span lang=\"en\">Thriving</span><div class=\"said-otherwise\">In the provider’s words: "))
        let facts = try await JSON(parsing: visitor.ask("GET", read.account + "/account.json", as: .stranger).text)
        let figure = try #require(
            facts["figures"]?.arrayValue?.first { $0["id"]?.stringValue?.hasSuffix(".firstYear") == true })
        let rule = try #require(figure["derivation"]?["rule"]?.stringValue)
        #expect(own.contains(rule) && page.contains(rule))
        // The same for programs, figure by figure.
        let id = try #require(facts["outcomes"]?[0]?["figures"]?[2]?.stringValue)
        let address = "/api/v1\(read.account)/figures/\(id)"
        let answer = try await JSON(
            parsing: visitor.ask("GET", "\(address)?words=\(read.list)&edition=1", as: .stranger).text)
        #expect(answer["readIn"]?["title"] == "List theirs")
        #expect(answer["readIn"]?["sha256"]?.stringValue?.count == 64)
        let headings = answer["headings"]?.arrayValue ?? []
        #expect(Set(headings.compactMap { $0["figure"]?.stringValue }).contains(id) && headings.count == 2)
        #expect(headings.allSatisfy { $0["words"] == "Thriving" && $0["above"]?[0] == "Aims" })
        let plain = try await JSON(parsing: visitor.ask("GET", address, as: .stranger).text)
        #expect(plain["headings"]?.isNull == true && plain["readIn"]?.isNull == true)
        #expect(try await visitor.ask("GET", address + "?words=99", as: .stranger).status == 404)
        await visitor.close()
    }

    @Test func `a program that searches is told what a list calls what it finds`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let read = try await prepare(ground)
        let address = "/api/v1/search?q=\(read.words.percentEncoded)"
        let answer = try await JSON(
            parsing: visitor.ask("GET", "\(address)&words=\(read.list)", as: .stranger).text)
        let items = answer["items"]?.arrayValue ?? []
        let outcome = try #require(items.first { $0["kind"] == "outcome" })
        #expect(outcome["title"]?.stringValue == read.words, "its own words stay")
        #expect(outcome["heading"]?["words"] == "Thriving" && outcome["heading"]?["likeness"] == "same")
        #expect(answer["readIn"]?["title"] == "List theirs")
        let plain = try await JSON(parsing: visitor.ask("GET", address, as: .stranger).text)
        #expect(plain["readIn"]?.isNull == true && plain["items"]?[0]?["heading"]?.isNull == true)
        #expect(try await visitor.ask("GET", address + "&words=99", as: .stranger).status == 404)
        await visitor.close()
    }

    /// Where the words of outcomes stand as they were written, because somebody writes there, works on a draft, or says what the words mean.
    private static let ownWords: Set<String> = [
        "/words", "/imports/:id", "/accounts/:id/check", "/accounts/:id/withdraw", "/accounts/:id/correct",
        // The sealed account itself, and what its owner gets of the workbook.
        "/accounts/:id/account.html", "/accounts/:id/account.json", "/accounts/:id/editions/:number/:file",
        "/api/v1/accounts/:id/facts", "/imports/:id/working.xlsx", "/imports/:id/marked.xlsx", "/api/v1/imports/:id",
        // What was done, as it was done.
        "/organisation/trail", "/organisation/trail.csv", "/organisation/trail.json",
    ]

    @Test func `whatever names an outcome names it in the words that its reader chose`() async throws {
        let ground = try await LanguageGround()
        let visitor = ground.visitor
        let read = try await prepare(ground)
        let account = String(read.account.dropFirst("/accounts/".count))
        let number = try await ground.kept("theirs:1").number
        var named = 0
        for route in visitor.installation.routes where route.method == .get && !Self.ownWords.contains(route.pattern) {
            let isForPrograms = route.pattern.hasPrefix("/api/")
            var address = route.pattern.replacing(":id", with: account).replacing(":words", with: "\(read.list)")
                .replacing(
                    ":number",
                    with: route.pattern.contains("/editions/")
                        ? "1" : route.pattern.contains("/schemes/") ? "\(read.list)" : "\(number)")
            address = address.replacing(":figure", with: "outcome.1.presentValue")
            if route.pattern.hasSuffix("/search") { address += "?q=\(read.words.percentEncoded)" }
            if isForPrograms {
                address += (address.contains("?") ? "&" : "?") + "words=\(read.list)"
            }
            for who in [Visitor.Who.founder, .stranger] {
                var page = try await visitor.ask("GET", address, as: who, remembering: "io-words=\(read.list)")
                if page.status == 303, page.location.contains("/in/") {
                    page = try await visitor.ask("GET", page.location, as: who)
                }
                guard page.status == 200, page.text.contains(read.words) else { continue }
                named += 1
                let isRead = page.text.contains("Thriving")
                #expect(isRead, "\(who): \(address)")
            }
        }
        #expect(named > 10)
        await visitor.close()
    }
}
