import Configuration
package import Documents
import FoundationEssentials
package import Web
import Words

/// The worked template, empty and filled, for anyone.
package struct TemplateRoutes: Sendable {
    private let services: Services
    /// One for each language and kind.
    private let made = MadeDownloads()

    package init(_ services: Services) {
        self.services = services
    }

    package var routes: [Route] {
        [
            Route(.get, ImportPath.template.url, access: .anyone) { try await reply($0, filled: false) },
            Route(.get, ImportPath.example.url, access: .anyone) { try await reply($0, filled: true) },
        ]
    }

    private func reply(_ request: Request, filled: Bool) async throws -> Reply {
        let words = request.catalogue
        let name = filled ? "account-template-example.xlsx" : "account-template.xlsx"
        let key = "\(words.language.code) \(name)"
        if let bytes = made.bytes(key) { return .download(.shared(bytes), name: name, contentType: MediaType.xlsx) }
        do throws(WorkerProblem) {
            // The date is that of the template's own making, so that everybody gets the same bytes.
            let plan = WorkedTemplate(filled: filled, in: words).plan(date: "2026-01-01")
            let bytes = SharedBytes(try await services.worker.write(plan))
            made.keep(bytes, key)
            return .download(.shared(bytes), name: name, contentType: MediaType.xlsx)
        } catch {
            throw Problem(worker: error)
        }
    }
}

extension Problem {
    /// A document could not be made.
    package init(worker problem: WorkerProblem) {
        let isOurs =
            if case .refused = problem { false } else { true }
        self.init(
            status: isOurs ? 503 : 422, code: problem.code, title: "We could not make this document",
            detail: problem.sentence, next: problem.mend)
    }
}
