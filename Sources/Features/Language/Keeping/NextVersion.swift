package import Vocabulary

/// What is to be written of a concept: its next version.
package struct NextVersion: Sendable, Equatable {
    package var concept: Concept
    private(set) var standing: Standing
    package var reason = ""

    package var status: KeptConcept.Status { standing.status }
    package var successors: [Int] { standing.successors }

    package init(_ concept: Concept, _ standing: Standing, reason: String = "") {
        self.concept = concept
        self.standing = standing
        self.reason = reason
    }

    /// What a concept says from now on, while it stands as it stood: what is used in its place stays with it.
    init(_ kept: KeptConcept, saying concept: Concept, reason: String = "") {
        self.init(concept, kept.standing, reason: reason)
    }
}

/// What became of a concept. One in whose place others are used isn't written without them.
package enum Standing: Sendable, Equatable {
    case proposed
    case adopted
    /// By the numbers of those that are used in its place.
    case superseded(by: [Int])
    case retired

    init(_ status: KeptConcept.Status, successors: [Int]) {
        switch status {
        case .proposed: self = .proposed
        case .adopted: self = .adopted
        case .superseded: self = .superseded(by: successors)
        case .retired: self = .retired
        }
    }

    package var status: KeptConcept.Status {
        switch self {
        case .proposed: .proposed
        case .adopted: .adopted
        case .superseded: .superseded
        case .retired: .retired
        }
    }

    package var successors: [Int] {
        if case .superseded(let others) = self { others } else { [] }
    }
}

extension KeptConcept {
    var standing: Standing { Standing(status, successors: successors) }

    /// Whether it holds, or waits to be adopted.
    var holds: Bool { status == .adopted || status == .proposed }
}
