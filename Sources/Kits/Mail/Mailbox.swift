/// An address as it may stand in a message and be said to a mail server: nothing in it ends a line, a header or the address.
package struct Mailbox: Sendable, Equatable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254 else { return nil }
        let refused: Set<Unicode.Scalar> = ["<", ">", "(", ")", "[", "]", ",", ";", ":", "\\", "\""]
        let isSound = text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !refused.contains(scalar)
                && !scalar.properties.isWhitespace && ![.control, .format].contains(scalar.properties.generalCategory)
        }
        guard isSound else { return nil }
        self.text = text
    }

    /// The mailbox `outcomes` of a host.
    package init(domain: StaticString) { text = "outcomes@\(domain)" }

    package var description: String { text }

    var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }
}
