package import HTML
package import Web
import Words

/// A text field that offers shared words while somebody types, for those whose browser runs `suggest.js`.
package struct OfferingField: Sendable {
    package enum Purpose: String, Sendable {
        /// Somebody looks for a shared word: it takes the place of what they typed.
        case search
        /// Somebody asks what their own words stand for: these stay, and the shared word stands beside them.
        case words
        /// Somebody names a service and asks nothing: the same, and nothing is said where no shared word comes near.
        case service
    }

    /// What the names of fields begin with that say what words stand for, in forms that are about something else.
    package static let beginning = "meaning-"
    /// Where the shared word stands that was taken for a service while its name was typed.
    package static let service = beginning + "service"
    private static let longestLabel = 200

    /// A shared word that was taken beside what was typed.
    package struct Taken: Sendable, Equatable {
        package let number: Int
        /// What it is called, as the person saw it.
        package let label: String
    }

    /// What a form says was taken; nil where nothing was.
    package static func taken(_ picks: String, in form: Form) -> Taken? {
        let label = form.text(label(picks), most: longestLabel)
        guard let number = Int(form.text(picks, most: 10)), !label.isEmpty else { return nil }
        return Taken(number: number, label: label)
    }

    /// The hidden field that holds what the shared word is called, so that it can be said again where the form comes back.
    private static func label(_ picks: String) -> String { "\(picks)-label" }

    private let name: String
    /// The hidden field that holds the number of the shared word that was taken.
    private let picks: String
    private let purpose: Purpose
    /// In characters.
    private let longest: Int
    private let value: String
    private let taken: Taken?
    /// The identifiers of what is read out with it.
    private let about: String?
    private let isWrong: Bool

    package init(
        _ name: String, picks: String, _ purpose: Purpose, longest: Int, value: String = "", taken: Taken? = nil,
        about: String? = nil, isWrong: Bool = false
    ) {
        self.name = name
        self.picks = picks
        self.purpose = purpose
        self.longest = longest
        self.value = value
        self.taken = value.isEmpty ? nil : taken
        self.about = about
        self.isWrong = isWrong
    }

    /// What is said of the shared word that was taken, which the script puts in the place of the dots.
    private var standing: Phrase {
        purpose == .service ? "Your words stay. They stand for “\("…")” here." : "Stands for “\("…")” here."
    }

    /// The field and the hidden ones behind it, without a label.
    package var body: HTML {
        let stays = purpose != .search
        return .group([
            input(
                .type("text"), .id(name), .name(name), .maxlength(longest), .when(!value.isEmpty, .value(value)),
                .autocomplete("off"), .data("suggest", Phrase(verbatim: picks)),
                .data("kind", Phrase(verbatim: purpose.rawValue)),
                .data("offered", "The arrow keys choose, Enter takes one, Escape closes the list."),
                .when(purpose != .service, .data("none", "No shared word comes near.")),
                .when(stays, .data("stands", standing)),
                .when(stays, .data("undo", "Take it off")),
                .when(about != nil, .aria("describedby", about ?? "")), .when(isWrong, .aria("invalid", "true"))),
            hidden(picks, taken.map { String($0.number) }),
            stays ? hidden(Self.label(picks), taken?.label) : .nothing,
        ])
    }

    private func hidden(_ name: String, _ value: String?) -> HTML {
        input(.type("hidden"), .name(name), .id(name), .value(value ?? ""))
    }
}
