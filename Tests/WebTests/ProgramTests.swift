import CanonicalJSON
import Testing

@testable import Web

@Suite struct ProgramTests {
    private static let number = Schema.record([.init("number", .integer(1...9))])

    private static let routes = [
        Route(
            .get, "/api/v1/things", access: .may(.open),
            operation: Operation(
                "list", in: "things", "Lists", query: [.page], answers: [.init(200, "Things.", .page(of: .text))])
        ) { request in
            .json(PageOf(["a", "b"], number: request.pageNumber ?? 0).json(JSON.string))
        },
        Route(
            .post, "/api/v1/things", access: .may(.open), body: .json,
            operation: Operation("add", in: "things", "Adds", takes: number, answers: [.init(201, "It.", number)])
        ) { .json($0.form.json, status: 201) },
        Route(
            .post, "/api/v1/files", access: .may(.open), body: .file(name: "file", types: ["text/csv"]),
            operation: Operation("send", in: "things", "Sends", answers: [.init(200, "Its size.", number)])
        ) { .json(["number": .integer($0.form.file("file")?.size ?? 0)]) },
        Route(
            .delete, "/api/v1/things/:id", access: .may(.open),
            operation: Operation("remove", in: "things", "Removes", answers: [.init(204, "Gone.", nil)])
        ) { _ in Reply(status: 204, contentType: nil, body: .none) },
    ]

    private let token = "Authorization: Bearer \(OneKey.token)"
    private let json = "Content-Type: application/json"

    @Test func `a token opens what is for programs as far as it may, and no page`() async throws {
        let site = try RunningSite(Self.routes)
        #expect(
            await site.ask("GET", "/api/v1/things", [token])?.text
                == #"{"hasMore":false,"items":["a","b"],"page":1}"#)
        #expect(await site.ask("GET", "/api/v1/things", ["authorization: bearer \(OneKey.token)"])?.status == 200)
        for (headers, status, code) in [
            ([], 401, "WEB-015"), (["Authorization: Bearer nobody's"], 401, "WEB-016"),
            (["Authorization: Basic \(OneKey.token)"], 401, "WEB-015"),
            (["Authorization: Bearer \(OneKey.others)"], 403, "WEB-017"),
            (["Authorization: Bearer often"], 429, "WEB-018"),
            (["Authorization: Bearer nobody's", "Cookie: \(site.keyHolder)"], 401, "WEB-016"),
        ] {
            let answer = try #require(await site.ask("GET", "/api/v1/things", headers))
            #expect(answer.status == status)
            #expect(answer["Content-Type"] == "application/problem+json")
            #expect(answer.text.contains(code))
            #expect((answer["WWW-Authenticate"] != nil) == (status != 429))
        }
        #expect(await site.ask("GET", "/mine", [token])?.status == 403)
        #expect(await site.ask("POST", "/form", [token], body: Array("who=Eve".utf8))?.status == 403)
        #expect(!site.lines.all.contains { $0.contains(OneKey.token) })
        await site.server.stop()
    }

    @Test func `a token is not taken where others could read it on the way`() async throws {
        let site = try RunningSite(Self.routes, environment: ["OUTCOMES_ADDRESS": "http://outcomes.example.org"])
        let answer = try #require(await site.ask("GET", "/api/v1/things", [token]))
        #expect(answer.status == 403 && answer.text.contains("WEB-022"))
        await site.server.stop()
    }

    @Test func `a program's request needs no form token, and a browser's does`() async throws {
        let site = try RunningSite(Self.routes)
        let body = Array(#"{"number":3}"#.utf8)
        #expect(await site.ask("POST", "/api/v1/things", [token, json], body: body)?.text == #"{"number":3}"#)
        let cookie = "Cookie: \(site.form.cookie)"
        #expect(await site.ask("POST", "/api/v1/things", [cookie, json], body: body)?.status == 403)
        #expect(await site.ask("DELETE", "/api/v1/things/1", [cookie])?.status == 403)
        let proven = [cookie, "Form-Token: \(site.form.token)"]
        #expect(await site.ask("POST", "/api/v1/things", proven + [json], body: body)?.status == 201)
        #expect(await site.ask("DELETE", "/api/v1/things/1", proven)?.status == 204)
        #expect(
            await site.ask("DELETE", "/api/v1/things/1", proven + ["Origin: https://evil.example"])?.status == 403)
        #expect(await site.ask("DELETE", "/api/v1/things/1", [token])?.status == 204)
        await site.server.stop()
    }

    @Test(arguments: [
        (#"{"number":3"#, 400), ("", 400), (#"{"number":3,"number":3}"#, 400), (#"{"number":10}"#, 422),
        (#"{"number":1.5}"#, 422), (#"{"number":"3"}"#, 422), (#"{}"#, 422), (#"{"number":3,"other":1}"#, 422),
        ("[]", 422), ("[[[[[[[[[[[1]]]]]]]]]]]", 400), ("{\"number\":3}" + String(repeating: " ", count: 320_000), 413),
    ])
    func `a body that is not what is described is refused`(body: String, status: Int) async throws {
        let site = try RunningSite(Self.routes)
        let answer = await site.ask("POST", "/api/v1/things", [token, json], body: Array(body.utf8))
        #expect(answer?.status == status)
        await site.server.stop()
    }

    @Test(arguments: [
        ("?page=2", 200), ("?page=0", 422), ("?page=x", 422), ("?page=01", 422), ("?page=1&page=2", 422),
        ("?other=1", 422), ("?page=", 422), ("?page=%", 400),
    ])
    func `a query that is not what is described is refused`(query: String, status: Int) async throws {
        let site = try RunningSite(Self.routes)
        #expect(await site.ask("GET", "/api/v1/things\(query)", [token])?.status == status)
        await site.server.stop()
    }

    @Test func `a file is taken as its bytes, of the kinds that are described and up to the limit`() async throws {
        let site = try RunningSite(Self.routes)
        let bytes = [UInt8](repeating: 0x61, count: 300_000)
        let answer = await site.ask("POST", "/api/v1/files", [token, "Content-Type: text/csv"], body: bytes)
        #expect(answer?.text == #"{"number":300000}"#)
        #expect(await site.ask("POST", "/api/v1/files", [token, json], body: bytes)?.status == 415)
        let address = site.address
        let header = head(
            "POST", "/api/v1/files", [token, "Content-Type: text/csv", "Content-Length: 99000000"])
        let early = await apart {
            let client = HTTPClient(address)
            client.write(header)
            return client.read()
        }
        #expect(early?.status == 413)
        await site.server.stop()
    }

    @Test func `each address says which methods it takes`() async throws {
        let site = try RunningSite(Self.routes)
        for method in ["PUT", "PATCH", "OPTIONS", "TRACE", "DELETE"] {
            let answer = await site.ask(method, "/api/v1/things", [token])
            #expect(answer?.status == 405, "\(method)")
            #expect(answer?["Allow"] == "GET, HEAD, POST", "\(method)")
        }
        #expect(await site.ask("GET", "/api/v1/things/1", [token])?["Allow"] == "DELETE")
        #expect(await site.ask("HEAD", "/api/v1/things", [token])?.status == 200)
        #expect(await site.ask("PUT", "/api/v1/nothing", [token])?.status == 404)
        await site.server.stop()
    }

    @Test func `what is known to the asker already is not sent again, and is for no shared cache`() async throws {
        let site = try RunningSite(Self.routes)
        let first = try #require(await site.ask("GET", "/api/v1/things", [token]))
        #expect(first["Cache-Control"] == "private, no-cache")
        let tag = try #require(first["ETag"])
        #expect(await site.ask("GET", "/api/v1/things", [token, "If-None-Match: \(tag)"])?.status == 304)
        await site.server.stop()
    }

    @Test func `the description names each route for programs with its method, and no other`() throws {
        let json = OpenAPIDocument(Self.routes + RunningSite.routes, version: "1").json
        let paths = try #require(json["paths"]?.objectValue)
        let named = paths.flatMap { path, methods in (methods.objectValue ?? [:]).keys.map { "\($0) \(path)" } }
        #expect(
            named.sorted() == [
                "delete /api/v1/things/{id}", "get /api/v1/things", "post /api/v1/files", "post /api/v1/things",
            ])
    }
}
