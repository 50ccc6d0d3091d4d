/// An e-mail address as it is kept and compared: without spaces around it and in lower case.
///
/// Whether mail arrives there only mail can tell. What is refused here is what can't be one, or could be read as two.
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// RFC 5321, section 4.5.3.1.3, less the two brackets.
    package static let longest = 254

    package let text: String

    package init?(_ typed: String) {
        let text = typed.lowercased().trimmingSpaces
        let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
        guard pieces.count == 2, text.utf8.count <= Self.longest, pieces[0].utf8.count <= 64 else { return nil }
        guard !pieces[0].isEmpty, pieces[0].unicodeScalars.allSatisfy({ Self.isPlain($0) }) else { return nil }
        let labels = pieces[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy(Self.isInDomain) })
        else { return nil }
        self.text = text
    }

    package var description: String { text }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        let refused: Set<Unicode.Scalar> = ["\"", "(", ")", ",", ":", ";", "<", ">", "[", "]", "\\"]
        return !scalar.properties.isWhitespace && scalar.value > 0x20 && scalar.value != 0x7F
            && scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            && !refused.contains(scalar)
    }

    private static func isInDomain(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

extension String {
    /// Without white space at its ends.
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
