package import Words

/// One line of the doctor's report: what was looked at, how it is, and what to do where it isn't well.
package struct Finding: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case good
        /// Worth knowing; the product works.
        case notice
        /// Must be mended.
        case bad
    }

    package let kind: Kind
    package let subject: Phrase
    package let state: Phrase
    package let mend: Phrase?

    static func good(_ subject: Phrase, _ state: Phrase) -> Finding {
        Finding(kind: .good, subject: subject, state: state, mend: nil)
    }

    static func notice(_ subject: Phrase, _ state: Phrase, mend: Phrase? = nil) -> Finding {
        Finding(kind: .notice, subject: subject, state: state, mend: mend)
    }

    static func bad(_ subject: Phrase, _ state: Phrase, mend: Phrase) -> Finding {
        Finding(kind: .bad, subject: subject, state: state, mend: mend)
    }
}
