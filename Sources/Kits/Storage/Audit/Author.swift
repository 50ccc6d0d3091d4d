/// Who changes something, from where and by which action. Kept in the audit trail beside every change, in the same transaction.
///
/// Whoever acts says so once, around all of the work:
///
/// ```swift
/// try await Author.$current.withValue(author) { try await handler(request) }
/// ```
package struct Author: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case person
        /// Another program, with a token that somebody made for it.
        case token
        /// The product itself: housekeeping, an update.
        case server
    }

    package let kind: Kind
    /// The person's or the token's identifier; nil for the product itself.
    package let id: String?
    /// The organisation that is acted for, where there is one.
    package let organisation: String?
    /// The address that the request came from; empty where there was none.
    package let client: String
    /// What is done: a route, such as `POST /accounts/:id`, or the name of a piece of work.
    package let action: String
    /// The request's identifier, as in the log; empty where there was none.
    package let request: String

    package init(
        _ kind: Kind, id: String? = nil, organisation: String? = nil, client: String = "", action: String,
        request: String = ""
    ) {
        self.kind = kind
        self.id = id
        self.organisation = organisation
        self.client = client
        self.action = action
        self.request = request
    }

    /// Whoever acts in the task at hand.
    @TaskLocal package static var current = Author(.server, action: "")

    /// For moving a whole store, with its trail, to another place: what is written leaves no entries. Call
    /// ``Database/sealRows()`` after it.
    package static let unrecorded = Author(.server, action: "\u{0}unrecorded")

    /// The same, where it turns out on the way who it is.
    package func being(person id: String) -> Author {
        Author(.person, id: id, organisation: organisation, client: client, action: action, request: request)
    }

    /// Does some work as this author.
    package func run<Value: Sendable, Failure: Error>(
        _ work: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let done: Result<Value, Failure> = await Self.$current.withValue(self) {
            do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
        }
        return try done.get()
    }

    var isRecorded: Bool { self != Self.unrecorded }
}
