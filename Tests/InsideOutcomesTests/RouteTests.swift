import Drivers
import Publishing
import Imports
import Language
import People
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
                "DELETE /api/v1/imports/:id may add records",
                "GET / anyone",
                "GET /accounts/:id anyone",
                "GET /accounts/:id/account.html anyone",
                "GET /accounts/:id/account.json anyone",
                "GET /accounts/:id/account.pdf anyone",
                "GET /accounts/:id/account.xlsx anyone",
                "GET /accounts/:id/check may publish",
                "GET /accounts/:id/correct may publish",
                "GET /accounts/:id/editions/:number anyone",
                "GET /accounts/:id/editions/:number/:file anyone",
                "GET /accounts/:id/editions/:number/in/:words anyone",
                "GET /accounts/:id/editions/:number/in/:words/account.html anyone",
                "GET /accounts/:id/editions/:number/in/:words/account.json anyone",
                "GET /accounts/:id/editions/:number/in/:words/account.pdf anyone",
                "GET /accounts/:id/editions/:number/in/:words/account.xlsx anyone",
                "GET /accounts/:id/in/:words anyone",
                "GET /accounts/:id/in/:words/account.html anyone",
                "GET /accounts/:id/in/:words/account.json anyone",
                "GET /accounts/:id/in/:words/account.pdf anyone",
                "GET /accounts/:id/in/:words/account.xlsx anyone",
                "GET /accounts/:id/withdraw may publish",
                "GET /api/v1/accounts anyone",
                "GET /api/v1/accounts/:id anyone",
                "GET /api/v1/accounts/:id/facts anyone",
                "GET /api/v1/accounts/:id/figures anyone",
                "GET /api/v1/accounts/:id/figures/:figure anyone",
                "GET /api/v1/imports may see work",
                "GET /api/v1/imports/:id may see work",
                "GET /api/v1/jobs/:id may see work",
                "GET /api/v1/openapi.json anyone",
                "GET /api/v1/organisation may see place",
                "GET /api/v1/organisation/people may see members",
                "GET /api/v1/organisations may see place",
                "GET /api/v1/search anyone", "GET /api/v1/word-lists anyone",
                "GET /ask-to-join anyone",
                "GET /ask-to-join/confirm anyone",
                "GET /examples/:name anyone",
                "GET /favicon.ico anyone",
                "GET /forgotten anyone",
                "GET /healthz anyone",
                "GET /imports/:id may see work",
                "GET /imports/:id/marked.xlsx may see rows",
                "GET /imports/:id/take-back may add records",
                "GET /imports/:id/working.xlsx may see rows",
                "GET /imports/new may add records",
                "GET /jobs/:id may see work",
                "GET /join anyone",
                "GET /kept may see place",
                "GET /language anyone",
                "GET /language/concepts/:number anyone",
                "GET /language/concepts/:number/change may keep language",
                "GET /language/load may keep lists",
                "GET /language/loads/:id may keep lists",
                "GET /language/propose may add records",
                "GET /language/schemes/:number anyone",
                "GET /language/schemes/:number/csv anyone",
                "GET /language/schemes/:number/json-ld anyone",
                "GET /language/schemes/:number/map may keep lists",
                "GET /language/schemes/:number/turtle anyone",
                "GET /language/suggest may see work",
                "GET /me signed in",
                "GET /me/data signed in",
                "GET /me/data.html signed in",
                "GET /me/data.json signed in",
                "GET /me/email/confirm anyone",
                "GET /me/erase signed in",
                "GET /me/erased anyone",
                "GET /me/second-step signed in",
                "GET /organisation may see members",
                "GET /organisation/close may run organisation",
                "GET /organisation/members/:id/second-step may run organisation",
                "GET /organisation/tokens may run organisation",
                "GET /organisation/trail may see trail",
                "GET /organisation/trail.csv may see trail",
                "GET /organisation/trail.json may see trail",
                "GET /owner anyone",
                "GET /place may convene",
                "GET /place/requests/:id may convene",
                "GET /place/second-step may convene",
                "GET /published anyone",
                "GET /read-in anyone",
                "GET /readyz anyone",
                "GET /reset anyone",
                "GET /schemas/account.json anyone",
                "GET /search anyone",
                "GET /sign-in anyone",
                "GET /sign-in/back anyone",
                "GET /sign-in/elsewhere anyone",
                "GET /template-example.xlsx anyone",
                "GET /template.xlsx anyone",
                "GET /waiting may see work",
                "GET /withdrawn anyone",
                "GET /words may see work",
                "GET /words/differ may see place",
                "GET /words/glossary may see place",
                "GET /words/glossary.pdf may see place",
                "POST /accounts/:id/correct may publish",
                "POST /accounts/:id/publish may publish",
                "POST /accounts/:id/withdraw may publish",
                "POST /api/v1/imports may add records",
                "POST /api/v1/imports/:id/account may make accounts",
                "POST /api/v1/imports/:id/answers may add records",
                "POST /ask-to-join anyone",
                "POST /ask-to-join/confirm anyone",
                "POST /forgotten anyone",
                "POST /imports/:id may add records",
                "POST /imports/:id/account may make accounts",
                "POST /imports/:id/stop may add records",
                "POST /imports/:id/take-back may add records",
                "POST /imports/new may add records",
                "POST /jobs/:id/cancel may make accounts",
                "POST /jobs/:id/put-away may make accounts",
                "POST /join anyone",
                "POST /language/acts/:id/undo may keep language",
                "POST /language/concepts/:number/adopt may keep language",
                "POST /language/concepts/:number/comments may add records",
                "POST /language/concepts/:number/edit may keep language",
                "POST /language/concepts/:number/merge may keep language",
                "POST /language/concepts/:number/replace may keep language",
                "POST /language/concepts/:number/retire may keep language",
                "POST /language/concepts/:number/split may keep language",
                "POST /language/concepts/:number/words may add records",
                "POST /language/concepts/:number/words/answer may keep language",
                "POST /language/load may keep lists",
                "POST /language/load/ours may keep language",
                "POST /language/loads/:id/stop may keep lists",
                "POST /language/propose may add records",
                "POST /language/schemes/:number/map may keep lists",
                "POST /language/schemes/:number/restore may keep lists",
                "POST /language/schemes/:number/retire may keep lists",
                "POST /me/act-for signed in",
                "POST /me/email signed in",
                "POST /me/email/confirm anyone",
                "POST /me/erase signed in",
                "POST /me/name signed in",
                "POST /me/password signed in",
                "POST /me/second-step signed in",
                "POST /me/second-step/codes signed in",
                "POST /me/second-step/confirm signed in",
                "POST /me/second-step/off signed in",
                "POST /me/sessions/:id/end signed in",
                "POST /organisation/close may run organisation",
                "POST /organisation/invitations may run organisation",
                "POST /organisation/invitations/:id/take-back may run organisation",
                "POST /organisation/members/:id may run organisation",
                "POST /organisation/members/:id/second-step may run organisation",
                "POST /organisation/programmes may run organisation",
                "POST /organisation/second-step may run organisation",
                "POST /organisation/tokens may run organisation",
                "POST /organisation/tokens/:id/end may run organisation",
                "POST /owner anyone",
                "POST /place/facilitators may convene",
                "POST /place/facilitators/step-down may convene",
                "POST /place/organisations may convene",
                "POST /place/requests/:id/accept may convene",
                "POST /place/requests/:id/decline may convene",
                "POST /place/second-step may convene",
                "POST /reset anyone",
                "POST /sign-in anyone",
                "POST /sign-in/code anyone",
                "POST /sign-out signed in",
                "POST /words may add records",
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
            (PeoplePath.owner.url, [:]), (PeoplePath.signIn.url, [:]), (PeoplePath.join.url, [:]),
            (PeoplePath.me.url, [:]), (PeoplePath.organisation.url, [:]), (PeoplePath.place.url, [:]),
            (PeoplePath.tokens.url, [:]), (PeoplePath.ask.url, [:]), (PeoplePath.confirmAsking.url, [:]),
            (PeoplePath.request("2b").url, ["id": "2b"]),
            (DemoPath.workbook("map.xlsx").url, ["name": "map.xlsx"]), (HealthPath.alive.url, [:]),
            (HealthPath.ready.url, [:]), (LanguagePath.home.url, [:]), (LanguagePath.scheme(3).url, ["number": "3"]),
            (LanguagePath.file("3", form: "csv").url, ["number": "3"]), (LanguagePath.concept(3).url, ["number": "3"]),
            (LanguagePath.propose.url, [:]), (LanguagePath.change("3").url, ["number": "3"]),
            (LanguagePath.load.url, [:]),
            (LanguagePath.loading("2b").url, ["id": "2b"]),
        ]
        let posts: [(String, [String: String])] = [
            (AccountPath.publish("2b").url, ["id": "2b"]), (AccountPath.correct("2b").url, ["id": "2b"]),
            (AccountPath.withdraw("2b").url, ["id": "2b"]), (AccountPath.make("2b").url, ["id": "2b"]),
            (AccountPath.cancel("2b").url, ["id": "2b"]), (AccountPath.putAway("2b").url, ["id": "2b"]),
            (ImportPath.new.url, [:]),
            (ImportPath.one("2b").url, ["id": "2b"]), (ImportPath.stop("2b").url, ["id": "2b"]),
            (ImportPath.takeBack("2b").url, ["id": "2b"]), (PeoplePath.signOut.url, [:]), (PeoplePath.signIn.url, [:]),
            (PeoplePath.owner.url, [:]), (PeoplePath.join.url, [:]), (PeoplePath.actFor.url, [:]),
            (PeoplePath.password.url, [:]), (PeoplePath.endSession("2b").url, ["id": "2b"]),
            (PeoplePath.invite.url, [:]), (PeoplePath.uninvite("2b").url, ["id": "2b"]),
            (PeoplePath.member("2b").url, ["id": "2b"]), (PeoplePath.inviteOrganisation.url, [:]),
            (PeoplePath.tokens.url, [:]), (PeoplePath.endToken("2b").url, ["id": "2b"]),
            (PeoplePath.ask.url, [:]), (PeoplePath.acceptRequest("2b").url, ["id": "2b"]),
            (PeoplePath.declineRequest("2b").url, ["id": "2b"]), (LanguagePath.propose.url, [:]),
            (LanguagePath.comment("3").url, ["number": "3"]), (LanguagePath.word("3").url, ["number": "3"]),
            (LanguagePath.answerWord("3").url, ["number": "3"]), (LanguagePath.adopt("3").url, ["number": "3"]),
            (LanguagePath.retire("3").url, ["number": "3"]), (LanguagePath.replace("3").url, ["number": "3"]),
            (LanguagePath.merge("3").url, ["number": "3"]), (LanguagePath.split("3").url, ["number": "3"]),
            (LanguagePath.undo("2b").url, ["id": "2b"]), (LanguagePath.load.url, [:]), (LanguagePath.loadOurs.url, [:]),
            (LanguagePath.stop("2b").url, ["id": "2b"]), (LanguagePath.retireList("3").url, ["number": "3"]),
            (LanguagePath.restoreList("3").url, ["number": "3"]),
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

    @Test func `each form is refused that was not shown to the browser it comes from`() async throws {
        let visitor = try await Visitor()
        for route in visitor.installation.routes where route.method != .get {
            let address = route.pattern.replacing(":id", with: "2b")
            let answer = try await visitor.ask(route.method.rawValue, address, form: [:], hasToken: false)
            #expect(answer.status == 403, "\(address)")
        }
        await visitor.close()
    }

    @Test func `what is not there is not there, for the owner either`() async throws {
        let visitor = try await Visitor()
        for path in [
            "/imports/2b", "/imports/2b/marked.xlsx", "/imports/2b/working.xlsx", "/imports/2b/take-back", "/jobs/2b",
            "/accounts/2b", "/accounts/2b/account.pdf", "/accounts/2b/check", "/accounts/2b/editions/1",
            "/accounts/2b/editions/x", "/accounts/2b/correct", "/accounts/2b/withdraw", "/examples/other.xlsx",
            "/place/requests/2b", "/ask-to-join/confirm?key=2b",
        ] {
            #expect(try await visitor.ask("GET", path).status == 404, "\(path)")
        }
        await visitor.close()
    }
}
