import Testing

@testable import Web

@Suite struct ReplyTests {
    @Test(arguments: [
        "https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=1", "", "accounts", "/a b",
        "/é",
    ])
    func `a redirect never leads away or carries a line end`(path: String) {
        #expect(Reply.redirect(to: path).headers.first?.value == "/")
    }

    @Test func `a redirect to an address of ours is kept`() {
        #expect(Reply.redirect(to: "/accounts/7?language=cy").headers.first?.value == "/accounts/7?language=cy")
    }

    @Test func `a download's name can't break out of its header`() {
        let reply = Reply.download(.none, name: "..\"/é\r\nX: 1.pdf", contentType: "application/pdf")
        #expect(reply.headers.first?.value == "attachment; filename=\"----X--1.pdf\"")
    }
}
