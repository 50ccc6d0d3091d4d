/// A request as a handler sees it: read, checked and allowed.
package struct Request: Sendable {
    /// Shown on a problem page and written in the log, so that the two can be brought together.
    package let id: String
    package let method: Method
    package let target: RequestTarget
    package let headers: Headers
    /// The address of the browser or of the proxy in front.
    package let client: String
    package let reader: Reader
    /// The code of the language to answer in, one of those that we have.
    package let language: String
    /// What the pattern's `:name` pieces matched.
    package var parameters: [String: String] = [:]
    package var form = Form()
    let visit: Visit

    package var path: String { target.rawPath }
    package var query: Fields { target.query }

    /// The value for the hidden field `Visit.fieldName` of every form; asking for it sees to the cookie that it needs.
    package var formToken: String { visit.token() }
}

/// Header fields; names are compared without case.
package struct Headers: Sendable {
    private let fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    package subscript(name: String) -> String? {
        fields.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name.lowercased() }?.value
    }

    package func count(of name: String) -> Int { fields.count { $0.name.lowercased() == name.lowercased() } }
}
