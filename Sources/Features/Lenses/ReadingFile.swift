import CanonicalJSON
import Documents
import HTML
import Publishing
import Words

/// A reading in one of the forms in which accounts are handed out.
struct ReadingFile: Sendable {
    let page: AccountInWordsPage
    let words: Catalogue
    let style: String

    func bytes(_ form: AccountForm, _ worker: any DocumentWorker) async throws(WorkerProblem) -> [UInt8] {
        switch form {
        case .json: page.reading.json.canonical
        case .html: html
        case .xlsx: try await worker.write(AccountInWordsWorkbook(page, in: words).plan)
        case .pdf: try await worker.pdf(paper).bytes
        }
    }

    private var html: [UInt8] { page.standalone(style: style).bytes(in: words) }

    private var paper: Paper {
        Paper(
            html: html, title: words.text(page.title), language: words.language.code,
            author: page.reading.account.provider,
            summary: words.text("The figures of an account under the headings of another list."),
            date: page.reading.account.date,
            attachments: [
                Paper.Attachment(
                    name: "reading.json", description: words.text("This reading as data."),
                    bytes: page.reading.json.canonical)
            ])
    }
}
