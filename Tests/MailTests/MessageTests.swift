import FoundationEssentials
import Testing
import Words

@testable import Mail

@Suite struct MessageTests {
    private func message(_ subject: Phrase, _ paragraphs: [Phrase], to receiver: String = "ben@example.org") throws
        -> String
    {
        let letter = Letter(to: Mailbox(receiver), subject, paragraphs, in: .english)
        let bytes = Message(
            letter: letter, receiver: try #require(letter.receiver),
            sender: try #require(Mailbox("outcomes@example.org")), id: "abc",
            date: Date(timeIntervalSince1970: 1_800_000_000)
        ).bytes
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `every line ends as mail wants it, is short, and holds plain signs only`() throws {
        let long = String(repeating: "Mae’r gwahoddiad hwn yn para am bythefnos. ", count: 40)
        let text = try message("Croeso i Gyngor Gwynedd: \(long)", ["\(long)", "Ŵyt ti yno? 👩‍👩‍👧‍👦"])
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            #expect(line.utf8.count <= 76)
            #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(line)")
        }
        // The moment is what `date -u -R -d @1800000000` prints.
        #expect(text.hasPrefix("Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n"))
    }

    @Test(arguments: ["\r\nBcc: eve@example.org", "\nBcc: eve@example.org", "\r", "\u{2028}Bcc: x", "?=\r\n\r\nText"])
    func `nothing in a subject begins a header or the text`(typed: String) throws {
        let text = try message("Join \(typed)?", ["Hello"])
        let (head, body) = (text.split(separator: "\r\n\r\n")[0], text.split(separator: "\r\n\r\n")[1])
        let names = head.split(separator: "\r\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
            ])
        #expect(body == "Hello\r\n")
    }

    @Test(arguments: [
        "a@b\r\nRCPT TO:<c@d>", "a@b> SIZE=1", "<a@b", "a b@c", "a@b@c", "@b", "a@", "a\u{0}@b", "a\u{200B}@b", "a@b,c",
    ])
    func `an address that could be read as two, or as a command, is none`(text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test func `a blank before the end of a line and a dot at its start arrive`() {
        #expect(QuotedPrintable("a \n.b\nc=d").text == "a=20\r\n=2Eb\r\nc=3Dd")
    }
}
