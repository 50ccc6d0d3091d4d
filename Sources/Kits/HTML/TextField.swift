package import Words

/// A field for one line of text, with its label above it, a hint before errors, and the error beside it.
package struct TextField: Sendable {
    package enum Kind: String, Sendable { case text, email, password, date }

    package var name: String
    package var question: Phrase
    package var hint: Phrase?
    package var kind = Kind.text
    package var value = ""
    package var error: Phrase?
    /// What a browser may fill in by itself, as HTML names it.
    package var autocomplete = "off"
    package var longest = 500
    package var isRequired = true

    package init(
        _ name: String, _ question: Phrase, hint: Phrase? = nil, kind: Kind = .text, value: String = "",
        error: Phrase? = nil, autocomplete: String = "off", longest: Int = 500, isRequired: Bool = true
    ) {
        self.name = name
        self.question = question
        self.hint = hint
        self.kind = kind
        self.value = value
        self.error = error
        self.autocomplete = autocomplete
        self.longest = longest
        self.isRequired = isRequired
    }

    package var body: HTML {
        div(.classes(error == nil ? "field" : "field field-error")) {
            label(.for(name)) { question }
            if let hint { span(.classes("hint"), .id("\(name)-hint")) { hint } }
            if let error { span(.classes("error"), .id("\(name)-error")) { error } }
            field
        }
    }

    private var field: HTML {
        let described = (hint == nil ? [] : ["\(name)-hint"]) + (error == nil ? [] : ["\(name)-error"])
        return input(
            .type(kind.rawValue), .id(name), .name(name), .autocomplete(autocomplete), .maxlength(longest),
            .when(!value.isEmpty, .value(value)), .required(isRequired), .classes("medium"),
            .when(!described.isEmpty, .aria("describedby", described.joined(separator: " "))),
            .when(error != nil, .aria("invalid", "true")))
    }
}

/// What is wrong with a form, said once at its top with links to the fields.
package struct FormFaults: Sendable, ExpressibleByDictionaryLiteral {
    /// In the order in which the fields stand.
    package private(set) var faults: [(field: String, sentence: Phrase)] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, Phrase)...) {
        faults = elements.map { (field: $0.0, sentence: $0.1) }
    }

    package var isEmpty: Bool { faults.isEmpty }

    package mutating func add(_ sentence: Phrase, at field: String) {
        faults.append((field: field, sentence: sentence))
    }

    package subscript(field: String) -> Phrase? { faults.first { $0.field == field }?.sentence }

    package var summary: HTML {
        guard !isEmpty else { return .nothing }
        return div(.classes("error-summary"), .role("alert"), .tabindex(-1)) {
            h2 { "There is a problem" }
            ul { for fault in faults { li { a(.href("#\(fault.field)")) { fault.sentence } } } }
        }
    }
}
