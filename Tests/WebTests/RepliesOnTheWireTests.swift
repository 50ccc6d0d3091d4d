import Configuration
import FoundationEssentials
import Testing
import Words

@testable import Web

@Suite struct RepliesOnTheWireTests {
    @Test func `large answers arrive whole, from memory and from a file, and a missing file is a fault`() async throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = FileManager.default.temporaryDirectory.path + "/answer-\(UInt64.random(in: 0 ... .max))"
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let site = try RunningSite([
            Route(.get, "/bytes", access: .anyone) { _ in
                .download(.bytes(bytes), name: "a b.pdf", contentType: "application/pdf")
            },
            Route(.get, "/shared", access: .anyone) { _ in Reply(contentType: "x/y", body: .shared(SharedBytes(bytes)))
            },
            Route(.get, "/file", access: .anyone) { _ in .download(.file(path), name: "a.xlsx", contentType: "x/y") },
            Route(.get, "/missing", access: .anyone) { _ in .download(.file("/nowhere"), name: "a", contentType: "x/y")
            },
            Route(.get, "/folder", access: .anyone) { _ in .download(.file("/tmp"), name: "a", contentType: "x/y") },
        ])
        for address in ["/bytes", "/shared", "/file"] { #expect(await site.ask("GET", address)?.body == bytes) }
        #expect(await site.ask("HEAD", "/file")?["Content-Length"] == "3000000")
        #expect(await site.ask("GET", "/bytes")?["Content-Disposition"] == "attachment; filename=\"a-b.pdf\"")
        for address in ["/missing", "/folder"] { #expect(await site.ask("GET", address)?.status == 500) }
        await site.server.stop()
    }

    @Test func `an answer without a body leaves the connection in order`() async throws {
        let site = try RunningSite()
        let address = site.address
        let answers = await apart {
            let client = HTTPClient(address)
            client.write(
                head("GET", "/public", ["If-None-Match: \"t1\""]) + head("GET", "/away") + head("GET", "/public"))
            return (0..<3).map { _ in client.read() }
        }
        #expect(answers.map { $0?.status } == [304, 303, 200])
        #expect(answers.last??.text == "hot")
        await site.server.stop()
    }

    @Test func `assets are found at their own address only, and kept for good`() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/assets-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder + "/inner.css", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try "p{}".write(toFile: folder + "/style.css", atomically: false, encoding: .utf8)
        try "secret".write(toFile: folder + "/notes.txt", atomically: false, encoding: .utf8)
        let assets = Assets(folder: folder)
        let site = try RunningSite([assets.route])
        let address = assets.address("style.css")
        let answer = try #require(await site.ask("GET", address))
        #expect(answer.text == "p{}")
        #expect(answer["Content-Type"] == "text/css; charset=utf-8")
        #expect(answer["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(assets.bytes("style.css") == Array("p{}".utf8))
        let tag = address.split(separator: "/")[1]
        for path in [
            "/assets/old/style.css", "/assets/\(tag)/notes.txt", "/assets/\(tag)/inner.css",
            "/assets/\(tag)/..%2Fstyle.css",
            "/assets/\(tag)/%2Fetc%2Fpasswd", assets.address("notes.txt"), "/assets/\(tag)",
            "/assets/\(tag)/style.css/x",
        ] {
            #expect(await site.ask("GET", path)?.status == 404, "\(path)")
        }
        #expect(await site.ask("GET", "/assets/\(tag)/../../etc/passwd")?.status == 400)
        await site.server.stop()
    }

    @Test func `the language is the one chosen by hand, else remembered, else the browser's, else the setting's`()
        async throws
    {
        let welsh = try Catalogue(name: "cy.po", bytes: Array("msgid \"\"\nmsgstr \"Language: cy\\n\"\n".utf8))
        let site = try RunningSite(catalogues: Catalogues([welsh], keys: []))
        func language(_ path: String, _ headers: [String]) async -> String? {
            await site.ask("GET", path, headers)?["Content-Language"]
        }
        #expect(await language("/nowhere", []) == "en")
        #expect(await language("/nowhere", ["Accept-Language: fr, cy-GB;q=0.8, en;q=0.5"]) == "cy")
        #expect(await language("/nowhere", ["Accept-Language: cy", "Cookie: a=b; io-language=en"]) == "en")
        #expect(await language("/nowhere?language=cy", ["Cookie: io-language=en"]) == "cy")
        #expect(await language("/nowhere?language=xx", ["Cookie: io-language=../../x"]) == "en")
        #expect(await site.ask("GET", "/nowhere?language=cy")?.cookies == ["io-language=cy"])
        await site.server.stop()
    }

    @Test func `the log has a line for each request, on one line, without queries and cookies`() async throws {
        let site = try RunningSite()
        _ = await site.ask("GET", "/nowhere?key=hush", ["Cookie: io-session=hush"])
        await site.server.stop()
        let line = try #require(site.lines.all.first { $0.contains("path=/nowhere") })
        #expect(line.hasPrefix("time=20"))
        #expect(line.contains(" level=info event=request request="))
        #expect(line.contains(" method=GET path=/nowhere status=404 "))
        #expect(line.hasSuffix("\n"))
        #expect(!site.lines.all.joined().contains("hush"))
        let lines = Lines()
        Log(level: .info, clock: { Date() }, write: { lines.append($0) }).failure("a", [("b", "x\ny=\"z\"")])
        #expect(lines.all.first?.hasSuffix(" level=error event=a b=\"x\\ny=\\\"z\\\"\"\n") == true)
    }
}
