import Drivers
import Publishing
import Imports
import Places
import Testing

@testable import InsideOutcomes
@testable import Web

@Suite(.onEveryDriver) struct RouteTests {
    @Test func `each address says who may call it, and these are all of them`() async throws {
        let visitor = try await Visitor()
        let routes = visitor.installation.routes.map { "\($0.method.rawValue) \($0.pattern) \($0.access)" }.sorted()
        #expect(
            routes == [
                "GET / anyone",
                "GET /accounts/:id anyone",
                "GET /accounts/:id/account.html anyone",
                "GET /accounts/:id/account.json anyone",
                "GET /accounts/:id/account.pdf anyone",
                "GET /accounts/:id/account.xlsx anyone",
                "GET /accounts/:id/check owner",
                "GET /accounts/:id/correct owner",
                "GET /accounts/:id/editions/:number anyone",
                "GET /accounts/:id/editions/:number/:file anyone",
                "GET /accounts/:id/withdraw owner",
                "GET /examples/:name anyone",
                "GET /favicon.ico anyone",
                "GET /imports/:id owner",
                "GET /imports/:id/marked.xlsx owner",
                "GET /imports/:id/take-back owner",
                "GET /imports/:id/working.xlsx owner",
                "GET /imports/new owner",
                "GET /jobs/:id owner",
                "GET /owner anyone",
                "GET /published anyone",
                "GET /schemas/account.json anyone",
                "GET /template-example.xlsx anyone",
                "GET /template.xlsx anyone",
                "GET /waiting owner",
                "GET /withdrawn anyone",
                "POST /accounts/:id/correct owner",
                "POST /accounts/:id/publish owner",
                "POST /accounts/:id/withdraw owner",
                "POST /imports/:id owner",
                "POST /imports/:id/account owner",
                "POST /imports/:id/stop owner",
                "POST /imports/:id/take-back owner",
                "POST /imports/new owner",
                "POST /jobs/:id/cancel owner",
                "POST /owner/sign-out owner",
            ])
        await visitor.close()
    }

    @Test func `every address that a page can be given leads to a route, and names what it was made of`() async throws {
        let visitor = try await Visitor()
        let gets: [(String, [String: String])] = [
            (AccountPath.home.url, [:]), (AccountPath.list(.published).url, [:]),
            (AccountPath.list(.withdrawn).url, [:]),
            (AccountPath.waiting.url, [:]), (AccountPath.schema.url, [:]), (AccountPath.one("2b").url, ["id": "2b"]),
            (AccountPath.file("2b", .pdf).url, ["id": "2b"]),
            (AccountPath.edition("2b", 3).url, ["id": "2b", "number": "3"]),
            (AccountPath.editionFile("2b", 3, .xlsx).url, ["id": "2b", "number": "3", "file": "account.xlsx"]),
            (AccountPath.check("2b").url, ["id": "2b"]), (AccountPath.correct("2b").url, ["id": "2b"]),
            (AccountPath.withdraw("2b").url, ["id": "2b"]), (AccountPath.job("2b").url, ["id": "2b"]),
            (ImportPath.new.url, [:]), (ImportPath.one("2b").url, ["id": "2b"]),
            (ImportPath.takeBack("2b").url, ["id": "2b"]), (ImportPath.marked("2b").url, ["id": "2b"]),
            (ImportPath.working("2b").url, ["id": "2b"]), (ImportPath.template.url, [:]), (ImportPath.example.url, [:]),
            (OwnerPath.owner.url, [:]), (DemoPath.workbook("map.xlsx").url, ["name": "map.xlsx"]),
        ]
        let posts: [(String, [String: String])] = [
            (AccountPath.publish("2b").url, ["id": "2b"]), (AccountPath.correct("2b").url, ["id": "2b"]),
            (AccountPath.withdraw("2b").url, ["id": "2b"]), (AccountPath.make("2b").url, ["id": "2b"]),
            (AccountPath.cancel("2b").url, ["id": "2b"]), (ImportPath.new.url, [:]),
            (ImportPath.one("2b").url, ["id": "2b"]), (ImportPath.stop("2b").url, ["id": "2b"]),
            (ImportPath.takeBack("2b").url, ["id": "2b"]), (OwnerPath.signOut.url, [:]),
        ]
        for (method, addresses) in [(Method.get, gets), (.post, posts)] {
            for (address, parameters) in addresses {
                let target = try #require(RequestTarget(Array(address.utf8)))
                guard case .found(_, let found) = visitor.installation.site.router.match(method, target.segments) else {
                    Issue.record("nothing answers \(address)")
                    continue
                }
                #expect(found == parameters, "\(address)")
            }
        }
        await visitor.close()
    }

    @Test func `each of the owner's addresses refuses a stranger, and each form one that was not shown`() async throws {
        let visitor = try await Visitor()
        for route in visitor.installation.routes {
            let path = route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "2b" : String($0) }
            let address = "/" + path.joined(separator: "/")
            let form: [String: String]? = route.method == .post ? [:] : nil
            if route.access == .owner {
                let answer = try await visitor.ask(route.method.rawValue, address, isOwner: false, form: form)
                #expect(answer.status == 403, "\(route.method) \(address)")
            }
            if route.method == .post {
                let answer = try await visitor.ask("POST", address, form: [:], hasToken: false)
                #expect(answer.status == 403, "\(address)")
            }
        }
        await visitor.close()
    }

    @Test func `what is not there is not there, for the owner either`() async throws {
        let visitor = try await Visitor()
        for path in [
            "/imports/2b", "/imports/2b/marked.xlsx", "/imports/2b/working.xlsx", "/imports/2b/take-back", "/jobs/2b",
            "/accounts/2b", "/accounts/2b/account.pdf", "/accounts/2b/check", "/accounts/2b/editions/1",
            "/accounts/2b/editions/x", "/accounts/2b/correct", "/accounts/2b/withdraw", "/examples/other.xlsx",
        ] {
            #expect(try await visitor.ask("GET", path).status == 404, "\(path)")
        }
        await visitor.close()
    }
}
