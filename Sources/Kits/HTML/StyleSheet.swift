/// Makes a style sheet light for sending: without comments, and without the blanks and ends of lines that mean nothing.
package enum StyleSheet {
    package static func compact(_ css: String) -> String {
        let bytes = Array(css.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        var isBlankDue = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == slash, index + 1 < bytes.count, bytes[index + 1] == star {
                index = endOfComment(from: index + 2, in: bytes)
            } else if blanks.contains(byte) {
                isBlankDue = true
                index += 1
            } else {
                if isBlankDue, let last = output.last, !tight.contains(byte), !tight.contains(last), last != colon {
                    output.append(space)
                }
                isBlankDue = false
                if byte == closing, output.last == semicolon { output.removeLast() }
                let end = quotes.contains(byte) ? endOfQuotation(from: index, in: bytes) : index + 1
                output += bytes[index..<end]
                index = end
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Around these a blank means nothing. After a colon it doesn't either; before one it does, as in `a :hover`.
    private static let tight = Set("{};,".utf8)
    private static let blanks = Set(" \t\r\n".utf8)
    private static let quotes = Set("\"'".utf8)
    private static let (slash, star, backslash) = (UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "\\"))
    private static let (colon, semicolon, closing) = (UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "}"))
    private static let space = UInt8(ascii: " ")

    private static func endOfComment(from start: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == star, bytes[index + 1] == slash { return index + 2 }
            index += 1
        }
        return bytes.count
    }

    /// What looks like a comment or a blank within quotation marks stays.
    private static func endOfQuotation(from start: Int, in bytes: [UInt8]) -> Int {
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == bytes[start] { return index + 1 }
            index += bytes[index] == backslash ? 2 : 1
        }
        return bytes.count
    }
}
