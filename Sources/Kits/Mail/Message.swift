import FoundationEssentials

/// A letter as it goes over the wire (RFC 5322, MIME): its text in UTF-8 as quoted-printable, so that every line is short and plain.
struct Message {
    let letter: Letter
    let receiver: Mailbox
    let sender: Mailbox
    /// Names the message wherever it is tried again, so that a second copy can be known for one.
    let id: String
    let date: Date

    var bytes: [UInt8] {
        let lines = [
            "Date: \(Self.written(date))",
            "From: Inside Outcomes <\(sender)>",
            "To: <\(receiver)>",
            "Subject: \(EncodedWords(letter.subject).text)",
            "Message-ID: <\(id)@\(sender.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Language: \(letter.language)",
            // Asks holiday notices and the like not to answer (RFC 3834).
            "Auto-Submitted: auto-generated",
            "",
            QuotedPrintable(letter.paragraphs.joined(separator: "\n\n") + "\n").text,
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A moment as RFC 5322 writes it, in UTC.
    private static func written(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
        let time = [parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let day = days[((parts.weekday ?? 1) - 1) % 7]
        let month = months[((parts.month ?? 1) - 1) % 12]
        return "\(day), \(parts.day ?? 1) \(month) \(parts.year ?? 1970) \(time.joined(separator: ":")) +0000"
    }
}

/// Text of any language within a header (RFC 2047): words of base64, in lines of at most 76 signs, each of whole letters. No sign of the
/// text stands in the header itself, so that none can end it.
struct EncodedWords {
    /// Of UTF-8; with what stands around their base64 a line has 73 signs.
    private static let mostBytes = 39

    let text: String

    init(_ plain: String) {
        var words: [[UInt8]] = [[]]
        for letter in plain {
            let bytes = Array(String(letter).utf8)
            // A letter of many signs, such as an emoji of several, is cut where it can't be helped.
            for piece in stride(from: 0, to: bytes.count, by: Self.mostBytes) {
                let piece = bytes[piece..<min(piece + Self.mostBytes, bytes.count)]
                if words[words.count - 1].count + piece.count > Self.mostBytes { words.append([]) }
                words[words.count - 1] += piece
            }
        }
        text = words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}

/// Text as quoted-printable (RFC 2045, section 6.7): lines of at most 76 signs, all of them plain.
struct QuotedPrintable {
    private static let mostSigns = 75
    private static let digits = Array("0123456789ABCDEF".utf8)

    let text: String

    init(_ plain: String) {
        let lines = plain.split(omittingEmptySubsequences: false) { $0.isNewline }
        text = lines.map { Self.encoded(Array($0.utf8)) }.joined(separator: "\r\n")
    }

    private static func encoded(_ line: [UInt8]) -> String {
        var output: [UInt8] = []
        var length = 0
        for (index, byte) in line.enumerated() {
            // A blank at the end of a line would be lost on the way; a dot at its start means something to SMTP.
            let isLast = index == line.count - 1
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")) || (isBlank && !isLast)
            let isDot = byte == UInt8(ascii: ".") && length == 0
            let signs =
                isPlain && !isDot
                ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            if length + signs.count > mostSigns {
                output += Array("=\r\n".utf8)
                length = 0
            }
            output += signs
            length += signs.count
        }
        return String(decoding: output, as: UTF8.self)
    }
}
