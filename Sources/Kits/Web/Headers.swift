/// Header fields; names are compared without case.
package struct Headers: Sendable {
    private let fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    package subscript(name: String) -> String? { fields.first { isSame($0.name, name) }?.value }

    /// Whether we and a proxy in front can't read them differently: that is how a request is smuggled past a proxy.
    var areSound: Bool {
        let lengths = count(of: "Content-Length") + count(of: "Transfer-Encoding")
        let coding = self["Transfer-Encoding"]
        return lengths <= 1 && count(of: "Host") <= 1 && (coding == nil || coding?.lowercased() == "chunked")
            && fields.allSatisfy { $0.name.utf8.allSatisfy(isNameByte) && $0.value.utf8.allSatisfy(isValueByte) }
    }

    private func count(of name: String) -> Int { fields.count { isSame($0.name, name) } }

    private func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { small($0) == small($1) }
    }

    private func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// The signs of a name (RFC 9110, section 5.1), as far as they matter here: neither space nor control nor separator.
    private func isNameByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "\"")
    }

    private func isValueByte(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }
}
