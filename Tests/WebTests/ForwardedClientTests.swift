import Testing

@testable import Web

struct ForwardedClientTests {
    private func client(_ peer: String, _ value: String?, isBehindProxy: Bool = true) -> String {
        let headers = Headers(value.map { [(name: "X-Forwarded-For", value: $0)] } ?? [])
        return ForwardedClient.address(peer, headers, isBehindProxy: isBehindProxy)
    }

    @Test(arguments: [("127.0.0.1", "192.0.2.7"), ("::1", "2001:db8::7"), ("127.0.0.1", "203.0.113.9, 192.0.2.7")])
    func `a proxy on this machine is believed in its last word`(peer: String, value: String) {
        let last = value.split(separator: " ").last.map(String.init)
        #expect(client(peer, value) == last)
    }

    @Test(arguments: [
        "", "nonsense", "192.0.2.7:443", "192.0.2.7,", "a, b", String(repeating: "1", count: 5_000), "unknown",
    ])
    func `what is no address says nothing`(value: String) {
        let shown = client("127.0.0.1", value)
        #expect(shown == "127.0.0.1" || shown == "192.0.2.7" && value == "192.0.2.7,")
    }

    @Test func `nobody else's word counts`() {
        #expect(client("198.51.100.4", "192.0.2.7") == "198.51.100.4")
        #expect(client("127.0.0.1", "192.0.2.7", isBehindProxy: false) == "127.0.0.1")
        #expect(client("127.0.0.1", nil) == "127.0.0.1")
    }
}
