package import Words

/// A request as a handler sees it: read, checked and allowed.
package struct Request: Sendable {
    package static let formTokenName = "form-token"

    /// Shown on a problem page and written in the log, so that the two can be brought together.
    package let id: String
    package let method: Method
    package let target: RequestTarget
    package let headers: Headers
    /// The address of the browser or of the proxy in front.
    package let client: String
    package let reader: Reader
    /// The words of the language to answer in.
    package let catalogue: Catalogue
    /// What the pattern's `:name` pieces matched.
    package internal(set) var parameters: [String: String] = [:]
    package internal(set) var form = Form()
    let visit: Visit

    package var path: String { target.rawPath }
    package var query: Fields { target.query }

    /// The token for the hidden field of a form; asking for it sees to the cookie that it needs.
    package var formToken: String { visit.token() }
}

/// Header fields; names are compared without case.
package struct Headers: Sendable {
    private let fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    package subscript(name: String) -> String? { fields.first { isSame($0.name, name) }?.value }

    package func count(of name: String) -> Int { fields.count { isSame($0.name, name) } }

    private func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { small($0) == small($1) }
    }

    private func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
