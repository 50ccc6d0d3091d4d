import Glibc
import Testing

@testable import Web

@Suite struct AccessTests {
    private let urlEncoded = "Content-Type: application/x-www-form-urlencoded"

    @Test func `each route that is not everybody's refuses a stranger and whoever may not, before anything is read`()
        async throws
    {
        let site = try RunningSite()
        for route in site.site.router.routes where route.access != .anyone {
            let unknown = String(repeating: "x", count: 43)
            for cookie in [
                [], ["Cookie: io-session=\(unknown)"], ["Cookie: io-session=\(OneKey.others)"],
                ["Cookie: io-session=9999999999.a.b"],
            ] {
                let answer = try #require(await site.ask(route.method.rawValue, route.pattern, cookie))
                #expect(answer.status == 403)
                #expect(!answer.text.contains("secret"))
            }
        }
        #expect(await site.ask("GET", "/mine/")?.status == 403)
        #expect(await site.ask("HEAD", "/mine")?.status == 403)
        let address = site.address
        let answer = await apart {
            let client = HTTPClient(address)
            client.write(
                head("POST", "/upload", ["Content-Length: 20000000", "Content-Type: multipart/form-data; boundary=b"]))
            return client.read()
        }
        #expect(answer?.status == 403)
        await site.server.stop()
    }

    @Test func `whoever may, gets in; where that can't be found out, nobody does and the log says why`() async throws {
        let site = try RunningSite()
        #expect(await site.ask("GET", "/mine", ["Cookie: \(site.keyHolder)"])?.text == "secret")
        #expect(await site.ask("HEAD", "/mine", ["Cookie: \(site.keyHolder)"])?.status == 200)
        #expect(await site.ask("GET", "/", ["Cookie: io-session=\(OneKey.broken)"])?.status == 500)
        #expect(await site.ask("GET", "/mine", ["Cookie: io-session=\(OneKey.broken)"])?.status == 500)
        #expect(site.lines.all.contains { $0.contains("event=reader") })
        await site.server.stop()
    }

    @Test func `a stranger can send a form that was shown to that browser`() async throws {
        let site = try RunningSite()
        let page = try #require(await site.ask("GET", "/form"))
        #expect(page["Cache-Control"] == "no-store")
        let cookie = try #require(page.cookies.first { $0.hasPrefix("io-visit=") })
        let token = try #require(page.text.split(separator: "value=\"").last?.prefix { $0 != "\"" })
        let body = Array("form-token=\(token)&who=Ann+%26+Bob".utf8)
        #expect(
            await site.ask("POST", "/form", [urlEncoded, "Cookie: \(cookie)"], body: body)?.text
                == "thank you, Ann & Bob")
        #expect(await site.ask("POST", "/form", [urlEncoded], body: body)?.status == 403)
        #expect(
            await site.ask("POST", "/form", [urlEncoded, "Cookie: \(cookie)"], body: Array("who=Eve".utf8))?.status
                == 403)
        #expect(await site.ask("POST", "/form", [urlEncoded, "Cookie: io-visit="], body: body)?.status == 403)
        await site.server.stop()
    }

    @Test(arguments: [
        (["Sec-Fetch-Site: cross-site"], 403), (["Sec-Fetch-Site: same-site"], 403),
        (["Origin: https://evil.example"], 403),
        (["Origin: null"], 403), (["Sec-Fetch-Site: same-origin", "Origin: http://localhost"], 200),
        (["Origin: http://outcomes.example.org"], 200), ([], 200),
    ])
    func `a form from another site is refused even with the right token`(headers: [String], status: Int) async throws {
        let site = try RunningSite(environment: ["OUTCOMES_ADDRESS": "http://outcomes.example.org"])
        let form = site.form
        let answer = await site.ask(
            "POST", "/form", [urlEncoded, "Cookie: \(form.cookie)"] + headers,
            body: Array("form-token=\(form.token)".utf8))
        #expect(answer?.status == status)
        await site.server.stop()
    }

    @Test func `bodies of other kinds and sizes are refused`() async throws {
        let site = try RunningSite()
        let cookie = "Cookie: \(site.keyHolder)"
        #expect(
            await site.ask("POST", "/form", ["Content-Type: application/json", cookie], body: Array("{}".utf8))?.status
                == 415)
        #expect(await site.ask("POST", "/form", [cookie], body: [])?.status == 415)
        #expect(await site.ask("POST", "/form", [urlEncoded, cookie], body: Array("a=%".utf8))?.status == 400)
        #expect(
            await site.ask("POST", "/form", [urlEncoded, cookie], body: [UInt8](repeating: 0x61, count: 1_050_000))?
                .status == 413)
        let address = site.address
        let early = await apart {
            let client = HTTPClient(address)
            client.write(
                head(
                    "POST", "/upload",
                    [cookie, "Content-Length: 26200000", "Content-Type: multipart/form-data; boundary=b"]))
            return client.read()
        }
        #expect(early?.status == 413)
        #expect(early?.text.contains("25 MB") == true)
        await site.server.stop()
    }
}
