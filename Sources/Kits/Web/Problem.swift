package import Words

/// Something that went wrong, said so that a person knows what happened and what to do next (RFC 9457). A handler may throw it.
package struct Problem: Error, Sendable, Equatable {
    package let status: Int
    /// Stable and searchable, such as `WEB-003`.
    package let code: String
    /// What happened, in one short line.
    package let title: Phrase
    /// Where, and why.
    package let detail: Phrase
    /// What to do next.
    package let next: Phrase?
    package var headers: [Header] = []

    package struct Header: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package init(status: Int, code: String, title: Phrase, detail: Phrase, next: Phrase? = nil) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.next = next
    }

    package func with(_ name: String, _ value: String) -> Problem {
        var problem = self
        problem.headers.append(Header(name: name, value: value))
        return problem
    }
}
