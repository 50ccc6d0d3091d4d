package import HTML
package import Lookup
package import Words
package import Workbooks

/// The form with which a person gives us a workbook. A correction uses it too, with a field for the reason.
package struct UploadPage: Sendable {
    package struct Fault: Sendable {
        package var sentence: Phrase
        package var mend: Phrase
        /// The field that it belongs to.
        package var field: String

        package init(_ sentence: Phrase, mend: Phrase, field: String = "workbook") {
            self.sentence = sentence
            self.mend = mend
            self.field = field
        }
    }

    package var title: Phrase
    package var lead: Phrase
    package var action: String
    package var tokenField: HTML
    /// Megabytes.
    package var limit: Int
    package var options: ImportOptions
    package var fault: Fault?
    /// The shared word that was taken for the service before the form came back.
    package var taken: OfferingField.Taken?
    /// Fields that come first, such as the reason for a correction.
    package var before: HTML
    /// Languages to choose from here, where the choice is not left to the next page.
    package var languages: [Language]

    package init(
        title: Phrase = "Turn a spreadsheet into an account",
        lead: Phrase = "Choose the workbook that you keep. You see what we understood before anything is made of it.",
        action: String = ImportPath.new.url, tokenField: HTML, limit: Int, options: ImportOptions = ImportOptions(),
        fault: Fault? = nil, taken: OfferingField.Taken? = nil, before: HTML = .nothing, languages: [Language] = []
    ) {
        self.title = title
        self.lead = lead
        self.action = action
        self.tokenField = tokenField
        self.limit = limit
        self.options = options
        self.fault = fault
        self.taken = taken
        self.before = before
        self.languages = languages
    }

    package var body: HTML {
        .group([
            faultSummary,
            h1 { title },
            p(.classes("lead")) { lead },
            form(.method("post"), .action(action), .enctype("multipart/form-data"), .novalidate()) {
                tokenField
                before
                file
                stated
                LanguageChoice(languages: languages, chosen: options.language).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Read this workbook" } }
            },
            privacy,
            templates,
        ])
    }

    @HTMLBuilder private var faultSummary: HTML {
        if let fault {
            div(.classes("error-summary"), .role("alert"), .tabindex(-1)) {
                h2 { "There is a problem" }
                p { a(.href("#\(fault.field)")) { fault.sentence } }
                p { fault.mend }
            }
        }
    }

    private var file: HTML {
        let isWrong = fault?.field == "workbook"
        return div(.classes(isWrong ? "field field-error" : "field")) {
            label(.for("workbook")) { "Your workbook" }
            span(.classes("hint"), .id("workbook-hint")) {
                "Excel (.xlsx or .xlsm), OpenDocument (.ods) or text (.csv), up to \(limit) MB."
            }
            if isWrong, let fault { span(.classes("error"), .id("workbook-error")) { fault.sentence } }
            input(
                .type("file"), .id("workbook"), .name("workbook"), .accept(".xlsx,.xlsm,.ods,.csv"), .required(),
                .aria("describedby", isWrong ? "workbook-hint workbook-error" : "workbook-hint"))
        }
    }

    private var stated: HTML {
        let isOpen = options != ImportOptions()
        return details(.open(isOpen)) {
            summary { "Say who it is from, for whom and when (if your workbook doesn’t)" }
            StatedFields(values: options.stated, currency: true, taken: taken).body
        }
    }

    private var privacy: HTML {
        section(.classes("panel")) {
            h2 { "What happens to your file" }
            ul {
                li { "We read it, then remove it. What it said stays here until you take it back." }
                li {
                    "Columns that look like names, addresses, birth dates, NHS numbers, telephone numbers or e-mail are not read further and not kept."
                }
                li { "An account holds numbers of people and sums. It never holds a row about a person." }
            }
        }
    }

    private var templates: HTML {
        section {
            h2 { "Nothing to hand?" }
            p {
                "Begin with our template. Each column says what belongs there."
            }
            ul {
                li { a(.href(ImportPath.template.url)) { "Download the empty template" } }
                li { a(.href(ImportPath.example.url)) { "Download the template filled with an example" } }
            }
        }
    }
}

extension ImportOptions {
    /// The options that are one text each, by their names.
    package var stated: [String: String] {
        var stated: [String: String] = [:]
        for (name, path) in Self.texts { stated[name] = self[keyPath: path] }
        return stated
    }
}
