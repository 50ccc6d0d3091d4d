package import HTML
package import Words
import Workbooks

/// Asks before an import is taken back.
package struct TakeBackPage: Sendable {
    package let item: StoredImport
    package let tokenField: HTML

    package var title: Phrase { "Take this workbook back?" }

    package var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) { "What we read from \(item.fileName) is removed, for good." },
            ul {
                li { "Drafts made from it are removed too." }
                li { "Accounts that were published stay as they are. To end one of those, withdraw it." }
                li { "What you taught us about your columns stays, for the next file." }
            },
            form(.method("post"), .action(ImportPath.takeBack(item.id).url)) {
                tokenField
                div(.classes("actions")) {
                    button(.classes("button"), .type("submit")) { "Take it back" }
                    a(.classes("button-secondary"), .href(ImportPath.one(item.id).url)) { "Keep it" }
                }
            },
        ])
    }
}

/// What stands where an import was, after it was taken back.
package struct TakenBackPage: Sendable {
    package let made: HTML

    package var title: Phrase { "This workbook was taken back" }

    package var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "What we read from this workbook was removed, with its name and the drafts made from it."
            },
            made,
            p { a(.classes("button"), .href(ImportPath.new.url)) { "Turn a spreadsheet into an account" } },
        ])
    }
}
