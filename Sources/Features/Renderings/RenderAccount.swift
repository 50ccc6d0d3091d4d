package import Accounts
import CanonicalJSON
package import Documents
import HTML
package import Words

/// Renders an account in its four forms; the command line and the website both run it.
package struct RenderAccount: Sendable {
    let worker: any DocumentWorker
    let catalogue: Catalogue
    /// The style sheet that the page and the paper carry inside.
    let style: String

    package init(worker: any DocumentWorker, catalogue: Catalogue, style: String) {
        self.worker = worker
        self.catalogue = catalogue
        self.style = style
    }

    package func run(_ account: Account) async throws(AccountError) -> AccountFiles {
        let json = AccountJSON(account, in: catalogue).document.canonical
        let plan = try AccountWorkbook(account, in: catalogue).plan()
        // Charts are drawn in one process while the workbook is written in the other.
        async let drawn = drawing(account)
        async let written = writing(plan)
        let charts = try await drawn.get()
        let xlsx = try await written.get()
        do {
            var front = FrontPages.ample
            var made = try await paper(account, charts, front, json, most: FrontPages.most)
            if made.printed.pagesBeforeAnnexes > FrontPages.most {
                front = .brief
                made = try await paper(account, charts, front, json, most: nil)
            }
            let page = AccountPage(account, charts: charts, front: front)
            return AccountFiles(
                html: made.html, pdf: made.printed.bytes, xlsx: xlsx, json: json, title: catalogue.text(page.title),
                body: page.body.bytes(in: catalogue))
        } catch {
            throw .worker(error)
        }
    }

    /// The page, and the paper that is set from it.
    private func paper(
        _ account: Account, _ charts: AccountCharts, _ front: FrontPages, _ json: [UInt8], most: Int?
    ) async throws(WorkerProblem) -> (html: [UInt8], printed: PrintedPaper) {
        let page = AccountPage(account, charts: charts, front: front)
        let html = page.standalone(style: style).bytes(in: catalogue)
        let paper = Paper(
            html: html, title: catalogue.text(page.title), language: catalogue.language.code,
            author: account.about.provider,
            summary: catalogue.text("An account of what changed and what it is worth."),
            date: account.facts.date.description,
            attachments: [
                Paper.Attachment(
                    name: "account.json", description: catalogue.text("The figures of this account as data."),
                    bytes: json)
            ], mostBeforeAnnexes: most)
        return (html, try await worker.pdf(paper))
    }

    private func writing(_ plan: WorkbookPlan) async -> Result<[UInt8], AccountError> {
        do { return .success(try await worker.write(plan)) } catch { return .failure(.worker(error)) }
    }

    private func drawing(_ account: Account) async -> Result<AccountCharts, AccountError> {
        do { return .success(try await ChartSet(account, in: catalogue).draw(with: worker)) } catch {
            return .failure(.worker(error))
        }
    }
}
