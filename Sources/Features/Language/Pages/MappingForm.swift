import HTML
import Lookup
import Vocabulary
import Web

/// What somebody chose on a page of headings, as its form says it.
struct MappingForm: Sendable {
    /// So many concepts may be ticked for a heading, and so many are offered.
    static let mostTicked = 4
    static let longest = 300

    /// What is chosen for one heading.
    struct Answer: Sendable {
        /// The concepts that it is no longer to stand for.
        var dropped: Set<Int> = []
        /// Those that were ticked.
        var ticked: [Int] = []
        /// How another one is named; empty where none is.
        var other = ""
        var kind = Mapping.Kind.close
    }

    let page: Int
    /// The headings that the form showed, by number and in its order, whatever has come to the list since.
    let shown: [Int]
    private let answers: [Int: Answer]

    init(_ form: Form) {
        page = max(1, Int(form.text("page", most: 10)) ?? 1)
        var seen: Set<Int> = []
        shown = form.fields.all("concept").prefix(PageOf<KeptConcept>.size).compactMap(Int.init)
            .filter { seen.insert($0).inserted }
        func numbers(_ name: String) -> [Int] { form.fields.all(name).compactMap(Int.init) }
        answers = shown.reduce(into: [:]) { answers, heading in
            answers[heading] = Answer(
                dropped: Set(numbers("drop-\(heading)")),
                ticked: Set(numbers("to-\(heading)").prefix(Self.mostTicked)).sorted(),
                other: form.text(Self.other(heading), most: Self.longest),
                kind: Mapping.Kind(rawValue: form.text("kind-\(heading)", most: 10)) ?? .close)
        }
    }

    /// Where another concept is named for a heading; what is wrong with the heading is said there.
    static func other(_ heading: Int) -> String { "other-\(heading)" }

    subscript(heading: Int) -> Answer { answers[heading] ?? Answer() }
}
