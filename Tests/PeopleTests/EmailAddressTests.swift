import Testing

@testable import People

@Suite struct EmailAddressTests {
    @Test(arguments: [
        ("ann@example.org", "ann@example.org"), ("  Ann.Smith+CVS@Example.ORG\n", "ann.smith+cvs@example.org"),
        ("siân@bröd.example", "siân@bröd.example"), ("o'neill@a-b.co.uk", "o'neill@a-b.co.uk"),
    ])
    func `an address is compared without spaces and in lower case`(typed: String, kept: String) {
        #expect(EmailAddress(typed)?.text == kept)
    }

    @Test(arguments: [
        "", "ann", "@example.org", "ann@", "ann@example", "ann@@example.org", "a@b@example.org", "ann @example.org",
        "ann@exa mple.org", "ann@example..org", "ann@.example.org", "a,b@example.org", "<ann@example.org>",
        "ann@example.org\r\nBcc: all@example.org", "ann\0@example.org", "ann@example.org\0", "an\u{202E}n@example.org",
        String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b.", count: 126) + "org",
        "\"a b\"@example.org", "a;b@example.org",
    ])
    func `what can't be one address is refused`(typed: String) {
        #expect(EmailAddress(typed) == nil)
    }
}
