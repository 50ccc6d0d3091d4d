import Testing

@testable import Web

@Suite struct ServerTests {
    @Test func `a page is served, and many on one connection`() async throws {
        let site = try RunningSite()
        let address = site.address
        let answers = await apart {
            let client = HTTPClient(address)
            return (0..<50).map { index -> String in
                client.write(head("GET", index.isMultiple(of: 2) ? "/" : "/public"))
                return client.read()?.text ?? "nothing"
            }
        }
        #expect(answers == (0..<50).map { $0.isMultiple(of: 2) ? "<p>first page</p>" : "hot" })
        await site.server.stop()
    }

    @Test func `requests sent at once on one connection are answered in order`() async throws {
        let site = try RunningSite()
        let address = site.address
        let answers = await apart {
            let client = HTTPClient(address)
            client.write(head("GET", "/slow") + head("GET", "/public") + head("GET", "/"))
            return (0..<3).map { _ in client.read()?.text ?? "nothing" }
        }
        #expect(answers == ["slow but sure", "hot", "<p>first page</p>"])
        await site.server.stop()
    }

    @Test func `every answer carries the security headers, and nothing is kept unless said so`() async throws {
        let site = try RunningSite()
        for path in ["/", "/public", "/nowhere", "/mine", "/fails", "/away", "/%"] {
            let answer = try #require(await site.ask("GET", path))
            #expect(
                answer["Content-Security-Policy"]
                    == "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
            )
            #expect(answer["X-Content-Type-Options"] == "nosniff")
            #expect(answer["Referrer-Policy"] == "same-origin")
            #expect(answer["Strict-Transport-Security"] == nil)
            #expect(answer["Cache-Control"] == (path == "/public" ? "no-cache" : "no-store"))
            #expect(answer["Set-Cookie"] == nil)
            #expect(answer["Server"] == nil)
        }
        await site.server.stop()
    }

    @Test func `behind TLS, HSTS is sent and the session's cookie is bound to the host`() async throws {
        let site = try RunningSite(environment: ["OUTCOMES_ADDRESS": "https://outcomes.example.org"])
        #expect(try #require(await site.ask("GET", "/"))["Strict-Transport-Security"] == "max-age=31536000")
        let cookie = site.site.sessions.begin(OneKey.token)
        #expect(cookie.header.hasPrefix("__Host-io-session="))
        #expect(cookie.header.contains("; Path=/; HttpOnly; SameSite=Lax; Secure"))
        await site.server.stop()
    }

    @Test func `HEAD gets the headers of GET without a body`() async throws {
        let site = try RunningSite()
        let address = site.address
        let (first, second) = await apart {
            let client = HTTPClient(address)
            client.write(head("HEAD", "/") + head("GET", "/"))
            return (client.read(isHead: true), client.read())
        }
        #expect(first?.status == 200)
        #expect(first?["Content-Length"] == "17")
        #expect(second?.text == "<p>first page</p>")
        await site.server.stop()
    }

    @Test(arguments: [
        ("GET", "/nowhere", 404), ("GET", "/%zz", 400), ("GET", "/a%00", 400), ("GET", "/../etc/passwd", 400),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", 400), ("PUT", "/", 405), ("DELETE", "/form", 405), ("POST", "/", 405),
        ("TRACE", "/", 405), ("FOO", "/", 405), ("PUT", "/nowhere", 404), ("GET", "//", 400),
        ("GET", "/" + String(repeating: "a", count: 9000), 400),
        ("GET", "/" + String(repeating: "a", count: 40_000), 414),
    ])
    func `what can't be served is refused in its own way`(method: String, path: String, status: Int) async throws {
        let site = try RunningSite()
        #expect(await site.ask(method, path)?.status == status)
        await site.server.stop()
    }

    @Test func `a wrong method names the right ones`() async throws {
        let site = try RunningSite()
        #expect(await site.ask("PUT", "/form")?["Allow"] == "GET, HEAD, POST")
        #expect(await site.ask("GET", "/upload")?["Allow"] == "POST")
        await site.server.stop()
    }

    @Test func `a slash too many at the end leads to the page without it`() async throws {
        let site = try RunningSite()
        let answer = await site.ask("GET", "/public/?a=1")
        #expect(answer?.status == 301)
        #expect(answer?["Location"] == "/public?a=1")
        await site.server.stop()
    }

    @Test func `a redirect can't lead away or bring a header of its own`() async throws {
        let site = try RunningSite()
        for target in ["//evil.example", "https://evil.example", "/a%0d%0aSet-Cookie:%20x=1"] {
            let answer = await site.ask("GET", "/away?to=\(target)")
            #expect(answer?["Set-Cookie"] == nil)
            #expect(answer?["Location"] == "/")
        }
        await site.server.stop()
    }

    @Test func `a page that the browser has already is not sent again`() async throws {
        let site = try RunningSite()
        #expect(await site.ask("GET", "/public")?["ETag"] == "\"t1\"")
        for tags in ["\"t1\"", "W/\"t1\"", "\"other\", \"t1\"", "*"] {
            let answer = await site.ask("GET", "/public", ["If-None-Match: \(tags)"])
            #expect(answer?.status == 304)
            #expect(answer?["ETag"] == "\"t1\"")
        }
        #expect(await site.ask("GET", "/public", ["If-None-Match: \"t2\""])?.status == 200)
        await site.server.stop()
    }

    @Test func `a fault in a handler shows a number and no more, and the log has both`() async throws {
        let site = try RunningSite()
        let answer = try #require(await site.ask("GET", "/fails?key=hush"))
        #expect(answer.status == 500)
        #expect(!answer.text.contains("secret path"))
        let line = try #require(site.lines.all.first { $0.contains("event=handler") })
        let id = try #require(line.split(separator: " ").first { $0.hasPrefix("request=") }?.dropFirst(8))
        #expect(answer.text.contains(id))
        #expect(line.contains("a secret path"))
        #expect(!site.lines.all.contains { $0.contains("hush") })
        await site.server.stop()
    }

    @Test func `a problem is JSON for those who ask for it`() async throws {
        let site = try RunningSite()
        let answer = try #require(await site.ask("GET", "/nowhere", ["Accept: application/json"]))
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(answer.text.contains("\"code\":\"WEB-003\""))
        #expect(answer.text.contains("\"status\":404"))
        let page = try #require(await site.ask("GET", "/nowhere", ["Accept: text/html,application/json;q=0.9"]))
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("There is no page here"))
        await site.server.stop()
    }

    @Test func `a body where none belongs is refused`() async throws {
        let site = try RunningSite()
        #expect(await site.ask("GET", "/", ["Content-Length: 3"], body: Array("abc".utf8))?.status == 400)
        await site.server.stop()
    }

    @Test(arguments: [
        ["Content-Length: 3", "Transfer-Encoding: chunked"], ["Content-Length: 3", "Content-Length: 4"],
        ["Content-Length: 3, 3"],
        ["Content-Length: +3"], ["Content-Length: 0x3"], ["Content-Length: -3"], ["Transfer-Encoding: xchunked"],
        ["Transfer-Encoding: gzip, chunked"], ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
        ["Content-Length : 3"], ["Host: other"], ["X: a\u{1}b"],
    ])
    func `a header that a proxy might read differently is refused, and the connection closed`(headers: [String])
        async throws
    {
        let site = try RunningSite()
        let address = site.address
        let form = site.form
        let (status, isClosed) = await apart {
            let client = HTTPClient(address, receiveSeconds: 2)
            let type = "Content-Type: application/x-www-form-urlencoded"
            client.write(
                head("POST", "/form", ["Cookie: \(form.cookie)", type] + headers)
                    + "GET /public HTTP/1.1\r\nHost: a\r\n\r\n")
            let status = client.read()?.status
            while let next = client.read() { if next.text == "hot" { return (status, false) } }
            return (status, client.isClosed())
        }
        #expect(status == 400)
        #expect(isClosed)
        await site.server.stop()
    }

    @Test func `an address in use is said to be in use`() async throws {
        let site = try RunningSite()
        #expect(throws: ServerError.addressInUse(site.address)) { try Server(site.site).start(on: site.address) }
        await site.server.stop()
    }
}
