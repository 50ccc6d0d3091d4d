/// What a program is told of a route: what it does, what it takes, and what it answers. The file that describes the whole
/// interface is made of these, and what comes in is checked against them, so that the two can't drift apart.
package struct Operation: Sendable {
    /// The pieces that every address for programs begins with.
    package static let root = ["api", "v1"]
    package static let rootURL = "/" + root.joined(separator: "/")

    /// A name that stays the same, such as `listAccounts`.
    package let name: String
    /// What it belongs to, such as `accounts`.
    package let group: String
    /// In one line of plain English.
    package let summary: String
    /// What else has to be known.
    package var explanation: String
    /// What the `:name` pieces of the address are.
    package var pieces: [String: String]
    package var query: [Parameter]
    /// What a JSON body holds.
    package var takes: Schema?
    package var answers: [Answer]
    /// What it may refuse with, besides what any address may.
    package var problems: [Problem]

    package struct Parameter: Sendable {
        package let name: String
        package let schema: Schema
        package let explanation: String

        package init(_ name: String, _ schema: Schema, _ explanation: String) {
            self.name = name
            self.schema = schema
            self.explanation = explanation
        }
    }

    package struct Answer: Sendable {
        package let status: Int
        package let explanation: String
        /// Nil where it has no body.
        package let schema: Schema?
        /// Whether `Location` says where to look next.
        package let hasLocation: Bool
        /// Where one goes from here.
        package let links: [Link]

        package init(
            _ status: Int, _ explanation: String, _ schema: Schema?, hasLocation: Bool = false, links: [Link] = []
        ) {
            self.status = status
            self.explanation = explanation
            self.schema = schema
            self.hasLocation = hasLocation
            self.links = links
        }
    }

    /// Another operation, with where in this one's request and answer the pieces of its address stand (as OpenAPI's runtime
    /// expressions say it).
    package struct Link: Sendable {
        package let operation: String
        package let pieces: [String: String]

        package init(_ operation: String, _ pieces: [String: String] = ["id": "$response.body#/id"]) {
            self.operation = operation
            self.pieces = pieces
        }
    }

    package init(
        _ name: String, in group: String, _ summary: String, explanation: String = "", pieces: [String: String] = [:],
        query: [Parameter] = [], takes: Schema? = nil, answers: [Answer], problems: [Problem] = []
    ) {
        self.name = name
        self.group = group
        self.summary = summary
        self.explanation = explanation
        self.pieces = pieces
        self.query = query
        self.takes = takes
        self.answers = answers
        self.problems = problems
    }

    /// Refuses a query that holds something else than is described.
    func check(_ query: Fields) throws(Problem) {
        for (name, value) in query.pairs {
            guard let parameter = self.query.first(where: { $0.name == name }), query.all(name).count == 1,
                parameter.schema.admits(text: value)
            else { throw .badValue(at: String(name.prefix(60))) }
        }
    }

    /// Refuses a JSON body that is not what is described.
    func check(_ form: Form) throws(Problem) {
        guard let fault = takes?.fault(in: form.json) else { return }
        throw .badValue(at: fault.isEmpty ? "/" : String(fault.prefix(200)))
    }
}
