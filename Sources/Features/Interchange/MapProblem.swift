package import CanonicalJSON
package import Words

/// One reason why a value map in JSON can't be taken: where (`$.outcomes[0].deadweight`), and what was expected there.
package struct MapProblem: Sendable, Equatable {
    package let path: String
    package let detail: Phrase
    /// Where reading stopped in a text that is not JSON, both from 1.
    package let line: Int?
    package let column: Int?

    package init(_ path: String, _ detail: Phrase, line: Int? = nil, column: Int? = nil) {
        self.path = path
        self.detail = detail
        self.line = line
        self.column = column
    }
}

/// Every reason why a value map can't be taken; never empty.
package struct MapProblems: Error, Sendable, Equatable {
    package let problems: [MapProblem]

    package init(_ problems: [MapProblem]) {
        self.problems = problems
    }

    package static let title: Phrase = "This value map can’t be taken as it is."

    /// The problem document (RFC 9457), with a `problems` member that holds each of them.
    package func document(in words: Catalogue) -> JSON {
        [
            "type": "urn:inside-outcomes:problem:value-map",
            "title": .string(words.text(Self.title)),
            "status": 422,
            "problems": .array(problems.map { $0.json(in: words) }),
        ]
    }
}

extension MapProblem {
    fileprivate func json(in words: Catalogue) -> JSON {
        var members: [String: JSON] = ["path": .string(path), "detail": .string(words.text(detail))]
        if let line { members["line"] = .integer(line) }
        if let column { members["column"] = .integer(column) }
        return .object(members)
    }
}
