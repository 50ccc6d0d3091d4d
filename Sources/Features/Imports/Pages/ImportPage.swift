package import HTML
package import Web
package import Words
package import Workbooks

/// What was understood of a workbook: questions first, then problems, then every sheet and column with what it was taken for.
package struct ImportPage: Sendable {
    package var item: StoredImport
    package var result: ImportResult
    package var tokenField: HTML
    package var hasMarkedCopy: Bool
    /// Languages in which the account can be made.
    package var languages: [Language]
    package var language: Language
    /// What this import is for, such as a correction; and what was made of it already.
    package var purpose: Phrase?
    package var fields: HTML
    package var made: HTML
    /// What the words that it names may stand for, as fields of the form; and which choices of these couldn't be kept.
    package var meanings = HTML.nothing
    package var meaningsLeft = HTML.nothing
    package var rights: Rights
    /// What the fields hold as they are shown; and what somebody else changed meanwhile.
    package var shown = ShownValues([:])
    package var notice: MergeNotice?

    /// What the reader may do with what was understood.
    package struct Rights: Sendable, Equatable {
        /// Say what columns mean, and take the workbook back.
        package var change: Bool
        package var makeAccount: Bool
        /// See the rows about people.
        package var seeRows: Bool

        package init(change: Bool, makeAccount: Bool, seeRows: Bool) {
            self.change = change
            self.makeAccount = makeAccount
            self.seeRows = seeRows
        }

        package static let all = Rights(change: true, makeAccount: true, seeRows: true)
    }

    package init(
        item: StoredImport, result: ImportResult, tokenField: HTML, hasMarkedCopy: Bool, languages: [Language],
        language: Language, purpose: Phrase? = nil, fields: HTML = .nothing, made: HTML = .nothing,
        rights: Rights = .all
    ) {
        self.item = item
        self.result = result
        self.tokenField = tokenField
        self.hasMarkedCopy = hasMarkedCopy
        self.languages = languages
        self.language = language
        self.purpose = purpose
        self.fields = fields
        self.made = made
        self.rights = rights
    }

    package var title: Phrase { isUnderstood ? "Did we understand your workbook?" : "This workbook needs your help" }

    private var isUnderstood: Bool { result.understanding != nil }
    private var questions: [ImportProblem] { result.problems.filter { !$0.takes.isEmpty } }
    private var problems: [ImportProblem] { result.problems.filter { $0.takes.isEmpty } }

    package var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                if isUnderstood {
                    "We read \(item.fileName). Look at what each column was taken for, and change what is wrong."
                } else {
                    "We read \(item.fileName), but can’t take it yet. A workbook is taken whole or not at all."
                }
            },
            purpose.map { purpose in p(.classes("banner")) { purpose } } ?? .nothing,
            made,
            meaningsLeft,
            state,
            ProblemsView(
                problems: problems,
                markedAddress: hasMarkedCopy && rights.seeRows ? ImportPath.marked(item.id).url : nil
            ).body,
            rights.change ? changes : seen,
            rights.change ? takingBack : .nothing,
            rights.seeRows ? ownCopy : .nothing,
        ])
    }

    /// For those who may change nothing of it.
    private var seen: HTML {
        .group([
            result.understanding.map { understanding in
                section(.classes("panel")) {
                    h2 { "In short" }
                    UnderstoodView(understanding: understanding).body
                }
            } ?? .nothing,
            notes,
        ])
    }

    private var changes: HTML {
        form(.method("post"), .action(ImportPath.one(item.id).url), .data("autosave", "on")) {
            tokenField
            shown.field
            notice?.body ?? .nothing
            QuestionsView(questions: questions).body
            understoodPart
            notes
            SheetsView(sheets: result.taken, emptied: Set(item.leftUnread)).body
            AnsweredView(takes: item.options.takes).body
            StatedView(result: result, options: item.options).body
            fields
            meanings
            AutosaveStatus.body
            buttons
        }
    }

    @HTMLBuilder private var state: HTML {
        if !questions.isEmpty, rights.change {
            p(.classes("banner banner-draft")) {
                Phrase(
                    one: "\(questions.count) question only you can answer. It stands below.",
                    other: "\(questions.count) questions only you can answer. They stand below.",
                    count: questions.count)
            }
        }
    }

    /// The main action stands at the top, for those who agree; whoever changes something comes to it again at the end.
    @HTMLBuilder private var understoodPart: HTML {
        if let understanding = result.understanding {
            section(.classes("panel")) {
                h2 { "In short" }
                UnderstoodView(understanding: understanding).body
                LanguageChoice(languages: languages, chosen: language.code).body
                if rights.makeAccount {
                    p {
                        button(.classes("button"), .type("submit"), .name("then"), .value("account")) {
                            "Make the account"
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var notes: HTML {
        if let notes = result.understanding?.notes, !notes.isEmpty {
            section {
                h2 { "Worth knowing" }
                ul { for note in notes { li { note } } }
            }
        }
    }

    /// One form, so that what was changed is kept whichever button is pressed.
    private var buttons: HTML {
        div(.classes("actions")) {
            if isUnderstood {
                if rights.makeAccount {
                    button(.classes("button"), .type("submit"), .name("then"), .value("account")) { "Make the account" }
                }
                button(.classes("button-secondary"), .type("submit"), .name("then"), .value("look")) {
                    "Save changes and look again"
                }
            } else {
                button(.classes("button"), .type("submit"), .name("then"), .value("look")) { "Save and read again" }
                a(.classes("button-secondary"), .href(ImportPath.new.url)) { "Upload another file" }
            }
        }
    }

    private var takingBack: HTML {
        section {
            h2 { "Or take it back" }
            p { "What we read can be removed at any time. Drafts made from it go too; what was published stays." }
            p { a(.href(ImportPath.takeBack(item.id).url)) { "Take this workbook back" } }
        }
    }

    @HTMLBuilder private var ownCopy: HTML {
        if result.understanding?.participants != nil {
            section {
                h2 { "Your own copy, with the rows" }
                p {
                    "A workbook with a line for each person, for you alone. It is made when you ask for it. Do not pass it on."
                }
                p { a(.href(ImportPath.working(item.id).url)) { "Download the working copy" } }
            }
        }
    }
}
