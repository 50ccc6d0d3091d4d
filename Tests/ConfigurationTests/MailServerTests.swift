import Testing

@testable import Configuration

@Suite struct MailServerTests {
    @Test func `an address is read with its parts, and shown without its password`() throws {
        let full = try #require(MailServer("smtp://a%40b.org:p%3Ass@Mail.example.org:2525"))
        #expect(full.user == "a@b.org" && full.password == "p:ss" && full.host == "mail.example.org")
        #expect(full.port == 2525 && full.encryption == .startTLS)
        #expect(!"\(full)\(full.debugDescription)".contains("p:ss") && "\(full)".contains("a@b.org:…@"))
        let short = try #require(MailServer("smtps://mail.example.org"))
        #expect(short.port == 465 && short.encryption == .tls && short.user == nil)
        #expect(MailServer("smtp://[::1]:25?tls=off")?.authority == "[::1]:25")
        #expect(MailServer("smtp://mail.example.org")?.port == 587)
    }

    @Test(arguments: [
        "mail.example.org", "http://mail.example.org", "smtp://", "smtp://user@host", "smtp://a:b@c@d", "smtp://host:x",
        "smtp://host:0", "smtp://host/path", "smtp://mail.example.org:25?tls=off", "smtp://a:b%0Ac@host",
        "smtp://a:%zz@host", "smtp://10.0.0.1?tls=off", "smtp://a:@host",
    ])
    func `what is none, or would send a password in the open, is refused`(text: String) {
        #expect(MailServer(text) == nil)
    }
}
