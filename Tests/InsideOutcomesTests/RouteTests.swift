import Testing

@testable import InsideOutcomes
@testable import Web

@Suite struct RouteTests {
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
                "GET /schemas/account.json anyone",
                "GET /template-example.xlsx anyone",
                "GET /template.xlsx anyone",
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
