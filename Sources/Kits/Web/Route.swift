/// One address: who may call it, what body it takes, and what answers.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Request) async throws -> Reply
    package typealias ImmediateHandler = @Sendable (Request) -> Reply?

    /// What a request that changes something may bring.
    package enum BodyRule: Sendable, Equatable {
        /// Text fields only.
        case form
        /// Text fields and files, up to the upload limit in all.
        case upload
        /// A JSON value, up to ``FormReader/mostJSON`` bytes.
        case json
        /// The bytes of one file of one of these media types, up to the upload limit. The form gives it under a name.
        case file(name: String, types: [String])
        case nothing
    }

    package let method: Method
    /// Such as `/accounts/:id`.
    package let pattern: String
    package let access: Access
    package let body: BodyRule
    /// What a program is told of it. A route that says this is for programs: it takes tokens, and answers with JSON.
    package let operation: Operation?
    let handler: Handler
    /// Tried first, on the connection's own thread: for answers that are ready in memory. It must not wait for anything;
    /// nil passes the request on to the handler.
    let immediate: ImmediateHandler?

    package init(
        _ method: Method, _ pattern: String, access: Access, body: BodyRule? = nil, operation: Operation? = nil,
        immediate: ImmediateHandler? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.access = access
        self.body = body ?? (method == .post ? .form : .nothing)
        self.operation = operation
        self.immediate = immediate
        self.handler = handler
    }
}
