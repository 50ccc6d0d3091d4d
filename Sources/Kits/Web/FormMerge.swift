import CanonicalJSON
package import HTML
package import Words

/// What the fields of a form held when a person was shown it. It travels with the form, so that two who edit the same thing don't write over
/// each other unseen.
package struct ShownValues: Sendable, Equatable {
    private static let name = "shown"

    package let values: [String: String]

    package init(_ values: [String: String]) {
        self.values = values
    }

    /// What came back with a form; nothing where it brought none.
    package init(_ form: Form) {
        let members = form[Self.name].flatMap { try? JSON(parsing: $0) }?.objectValue ?? [:]
        values = members.compactMapValues(\.stringValue)
    }

    package var text: String { JSON.object(values.mapValues(JSON.string)).canonicalText }

    /// The hidden field that carries it.
    package var field: HTML { input(.type("hidden"), .name(Self.name), .value(text)) }
}

/// Puts what a person changed together with what others changed meanwhile, field by field.
package struct FormMerge: Sendable, Equatable {
    package struct Conflict: Sendable, Equatable {
        package let field: String
        package let theirs: String
        package let mine: String
    }

    /// What the person changed and nobody else did.
    package private(set) var mine: [String: String] = [:]
    /// The fields that somebody else changed and the person didn't.
    package private(set) var theirs: Set<String> = []
    /// What both changed, to different ends: what stands stays until the person has seen it.
    package private(set) var conflicts: [Conflict] = []

    /// - Parameters:
    ///   - now: what the fields hold now; other fields of the form are left alone.
    ///   - most: the longest value, in characters.
    package init(_ form: Form, now: [String: String], most: Int = 500) {
        let shown = ShownValues(form).values
        let decided = Set(form.fields.all(MergeNotice.choiceName))
        for (field, current) in now.sorted(by: { $0.key < $1.key }) where form[field] != nil {
            let typed = form.text(decided.contains(field) ? MergeNotice.mineName(field) : field, most: most)
            let mine = typed.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
            let before = shown[field] ?? current
            if mine == before {
                if current != before { theirs.insert(field) }
            } else if current == before || current == mine {
                if current != mine { self.mine[field] = mine }
            } else {
                conflicts.append(Conflict(field: field, theirs: current, mine: mine))
            }
        }
    }
}

/// Says in a form what somebody else changed meanwhile, and lets the person decide where both changed the same.
package struct MergeNotice: Sendable {
    static let choiceName = "mine"

    static func mineName(_ field: String) -> String { "mine-\(field)" }

    /// A field that both changed, in the words of the page.
    package struct Line: Sendable {
        package let conflict: FormMerge.Conflict
        package let label: Phrase
        package let theirs: Phrase
        package let mine: Phrase

        package init(_ conflict: FormMerge.Conflict, label: Phrase, theirs: Phrase, mine: Phrase) {
            self.conflict = conflict
            self.label = label
            self.theirs = theirs
            self.mine = mine
        }
    }

    /// Who changed it last, where that is known.
    private let who: String?
    private let lines: [Line]
    private let theirs: [Phrase]

    /// - Parameter theirs: the names of the fields that only somebody else changed.
    package init(who: String?, lines: [Line], theirs: [Phrase]) {
        self.who = who
        self.lines = lines
        self.theirs = theirs
    }

    /// A part of the form, at its top.
    package var body: HTML {
        div(.classes("panel"), .role("alert"), .id("changed-meanwhile")) {
            h2 {
                if let who { "\(who) changed this while you did" } else { "Somebody changed this while you did" }
            }
            if !theirs.isEmpty {
                p { "Changed by them, and kept beside what you changed:" }
                ul { for label in theirs { li { label } } }
            }
            if !lines.isEmpty {
                p { "Both of you changed what follows. Theirs stands now. Tick what is to be yours, and save." }
                div(.classes("choices")) {
                    for (number, line) in lines.enumerated() { choice(line, number) }
                }
            }
        }
    }

    private func choice(_ line: Line, _ number: Int) -> HTML {
        let id = "mine-\(number)"
        return div(.classes("choice")) {
            input(.type("checkbox"), .id(id), .name(Self.choiceName), .value(line.conflict.field))
            label(.for(id)) {
                "\(line.label): take mine, “\(line.mine)”, instead of theirs, “\(line.theirs)”"
            }
            input(.type("hidden"), .name(Self.mineName(line.conflict.field)), .value(line.conflict.mine))
        }
    }
}
