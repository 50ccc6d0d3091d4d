import Glibc
import Testing

@testable import Web

@Suite struct SlowStoppingTests {
    @Test func `stopping finishes the request that runs, refuses new ones and closes idle connections`() async throws {
        let site = try RunningSite()
        let address = site.address
        async let slow = site.ask("GET", "/slow")
        let idle = HTTPClient(address)
        await apart {
            idle.write(head("GET", "/public"))
            _ = idle.read()
        }
        for _ in 0..<200 where site.server.workingRequests == 0 { try await Task.sleep(for: .milliseconds(10)) }
        let clock = ContinuousClock()
        let start = clock.now
        async let stopped: Void = site.server.stop()
        try await Task.sleep(for: .milliseconds(100))
        #expect(await site.ask("GET", "/") == nil)
        let answer = await slow
        #expect(answer?.text == "slow but sure")
        #expect(answer?["Connection"]?.lowercased() == "close")
        await stopped
        #expect(clock.now - start < .seconds(6))
        #expect(await apart { idle.isClosed() })
    }

    @Test func `a handler that outlasts the deadline is cancelled and its reader told, and the server ends`()
        async throws
    {
        let route = Route(.get, "/endless", access: .anyone) { _ in
            try? await Task.sleep(for: .seconds(60))
            return .html(Array("cancelled: \(Task.isCancelled)".utf8))
        }
        let site = try RunningSite([route])
        async let answer = site.ask("GET", "/endless")
        for _ in 0..<200 where site.server.workingRequests == 0 { try await Task.sleep(for: .milliseconds(10)) }
        let clock = ContinuousClock()
        let start = clock.now
        await site.server.stop(within: 0.3)
        #expect(clock.now - start < .seconds(6))
        #expect(await answer?.status == 503)
    }

    @Test func `stopping twice, and starting again, are no trouble`() async throws {
        let site = try RunningSite()
        await site.server.stop()
        await site.server.stop()
        let again = Server(site.site)
        let address = try again.start(on: site.address)
        #expect(address == site.address)
        #expect(await site.ask("GET", "/public")?.text == "hot")
        await again.stop()
    }

    @Test func `a client that sends its header a byte at a time is dropped`() async throws {
        var patience = Connections.Patience()
        patience.header = 1
        let site = try RunningSite(patience: patience)
        let address = site.address
        let wasDropped = await apart {
            let client = HTTPClient(address)
            for byte in head("GET", "/public", [String](repeating: "X-A: b", count: 20)).utf8 {
                guard client.write([byte]) else { return true }
                usleep(50_000)
            }
            return client.read() == nil
        }
        #expect(wasDropped)
        await site.server.stop()
    }

    @Test func `a client that sends its form a byte at a time is dropped`() async throws {
        var patience = Connections.Patience()
        (patience.form, patience.body) = (1, 1)
        let site = try RunningSite(patience: patience)
        let address = site.address
        let wasDropped = await apart {
            let client = HTTPClient(address)
            client.write(
                head("POST", "/form", ["Content-Type: application/x-www-form-urlencoded", "Content-Length: 1000"]))
            for _ in 0..<80 {
                guard client.write("a") else { return true }
                usleep(50_000)
            }
            return false
        }
        #expect(wasDropped)
        await site.server.stop()
    }

    @Test func `strangers who send their forms slowly keep nobody else's small form out`() async throws {
        let route = Route(.post, "/small", access: .anyone) { _ in .html(Array("done".utf8)) }
        let site = try RunningSite([route])
        let address = site.address
        let form = site.form
        let body = Array("form-token=\(form.token)".utf8)
        let type = "Content-Type: application/x-www-form-urlencoded"
        let slow = (0..<70).map { _ in HTTPClient(address) }
        for client in slow {
            await apart {
                _ = client.write(head("POST", "/small", [type, "Cookie: \(form.cookie)", "Content-Length: 8000"]))
                _ = client.write("f")
            }
        }
        let answer = await site.ask("POST", "/small", [type, "Cookie: \(form.cookie)"], body: body)
        #expect(answer?.text == "done")
        // Large ones need room that not everybody can have at once.
        let large = (0..<70).map { _ in HTTPClient(address) }
        for client in large {
            await apart {
                _ = client.write(head("POST", "/small", [type, "Cookie: \(form.cookie)", "Content-Length: 900000"]))
                _ = client.write("f")
            }
        }
        let long = body + [UInt8](repeating: 38, count: 9000)
        var status: Int?
        for _ in 0..<100 where status != 503 {
            status = await site.ask("POST", "/small", [type, "Cookie: \(form.cookie)"], body: long)?.status
        }
        #expect(status == 503)
        withExtendedLifetime((slow, large)) {}
        await site.server.stop()
    }

    @Test func `a client that takes its answer a byte at a time is dropped`() async throws {
        // More than the system's own buffers hold.
        var patience = Connections.Patience()
        patience.answer = 1
        let route = Route(.get, "/large", access: .anyone) { _ in
            Reply(contentType: "x/y", body: .shared(SharedBytes([UInt8](repeating: 1, count: 60_000_000))))
        }
        let site = try RunningSite([route], patience: patience)
        let address = site.address
        let client = HTTPClient(address)
        await apart { _ = client.write(head("GET", "/large")) }
        for _ in 0..<100 where site.server.openConnections == 0 { try await Task.sleep(for: .milliseconds(20)) }
        for _ in 0..<200 where site.server.openConnections > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(site.server.openConnections == 0)
        #expect(await apart { client.read()?.body.count ?? -1 } <= 0)
        await site.server.stop()
    }

    @Test func `a client that says nothing is dropped`() async throws {
        var limits = Server.Limits()
        limits.idleSeconds = 1
        let site = try RunningSite(limits: limits)
        let address = site.address
        #expect(await apart { HTTPClient(address, receiveSeconds: 5).isClosed() })
        await site.server.stop()
    }

    @Test func `a handler that works longer than a silent client may wait is not cut off`() async throws {
        var patience = Connections.Patience()
        patience.header = 0.2
        var limits = Server.Limits()
        limits.idleSeconds = 1
        let route = Route(.get, "/long", access: .anyone) { _ in
            try await Task.sleep(for: .seconds(2.5))
            return .html(Array("done".utf8))
        }
        let site = try RunningSite([route], patience: patience, limits: limits)
        #expect(await site.ask("GET", "/long")?.text == "done")
        await site.server.stop()
    }

    @Test func `clients that vanish leave nothing behind`() async throws {
        // An end that comes together with the last bytes is noticed at the idle limit only.
        var limits = Server.Limits()
        limits.idleSeconds = 1
        let site = try RunningSite(limits: limits)
        let address = site.address
        await apart {
            for index in 0..<200 {
                let client = HTTPClient(address)
                client.write(index.isMultiple(of: 2) ? head("GET", "/slow") : "GET /pub")
            }
        }
        try await Task.sleep(for: .milliseconds(1500))
        #expect(await site.ask("GET", "/public")?.text == "hot")
        for _ in 0..<80 where site.server.openConnections > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(site.server.openConnections == 0)
        await site.server.stop()
    }
}
