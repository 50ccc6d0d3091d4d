package import Words

/// A request as a handler sees it: read, checked and allowed.
package struct Request: Sendable {
    package static let formTokenName = "form-token"
    /// Where a form's token comes with something that is no form.
    static let formTokenHeader = "Form-Token"

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
    /// The pattern of the route that answers; empty where there is none.
    var route = ""
    package internal(set) var form = Form()
    /// Whether the answer is for a program, also where something went wrong.
    package internal(set) var isFromProgram = false
    /// Whether it is known before its body is read that no other site had a browser send it.
    var isProven = false
    let visit: Visit

    package var path: String { target.rawPath }
    package var query: Fields { target.query }

    /// The token for the hidden field of a form; asking for it sees to the cookie that it needs.
    package var formToken: String { visit.token() }
}
