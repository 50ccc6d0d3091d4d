import Documents
import FoundationEssentials
import HTML
package import Lookup
package import Places
import Storage
package import Web
import Words

/// Two organisations set their words side by side. Both see the same: what each may see of the other.
package struct DifferRoutes: Sendable {
    private let services: Services
    private let place: Place
    private let frame: Frame
    private let shared: SharedMeanings
    private let readIn: ReadIn
    private let made = MadeGlossaries()

    package init(
        _ services: Services, place: Place, frame: @escaping Frame, accounts: AccountWords, readIn: ReadIn
    ) {
        self.readIn = readIn
        self.services = services
        self.place = place
        self.frame = frame
        shared = SharedMeanings(place: place.id, accounts: accounts)
    }

    package var routes: [Route] {
        [
            Route(.get, MeaningPath.differ, access: .may(.seePlace), handler: show),
            Route(.get, MeaningPath.glossaryBase, access: .may(.seePlace), handler: showGlossary),
            Route(.get, MeaningPath.glossaryFile, access: .may(.seePlace), handler: printGlossary),
        ]
    }

    private var database: any Database { services.database.at(place.id) }

    private func organisation(_ request: Request) throws(Problem) -> SignedIn.Organisation {
        guard let organisation = request.reader.organisation else { throw .notAllowed }
        return organisation
    }

    /// Those that can be chosen: whoever is in the place and has a name.
    private func others(_ own: SignedIn.Organisation) async throws -> [Organisation] {
        try await OrganisationStore(place: place.id).open(in: database)
            .filter { $0.id != own.id && !$0.name.isEmpty }
            .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    private func show(_ request: Request) async throws -> Reply {
        let own = try organisation(request)
        var page = DifferPage(
            organisation: own.name, others: try await others(own), language: request.catalogue.language.code)
        if let id = request.query[MeaningPath.withName] {
            guard let other = page.others.first(where: { $0.id == id }) else { throw Problem.notFound }
            page.other = other
            let words = try await WordsOfTwo(shared, of: own.id, and: other.id, in: database)
            page.words = words
            page.reading = try await readIn.reading(of: words.named, request)
        }
        return request.page(frame(page.title, request, page.body))
    }

    private func glossary(_ request: Request) async throws -> GlossaryPage {
        let own = try organisation(request)
        let id = request.query[MeaningPath.withName]
        guard let other = try await others(own).first(where: { $0.id == id }) else { throw Problem.notFound }
        let words = try await WordsOfTwo(shared, of: own.id, and: other.id, in: database)
        return GlossaryPage(
            ours: own.name, theirs: other.name, other: other.id,
            entries: words.glossary(request.catalogue.language.code),
            reading: try await readIn.reading(of: words.named, request))
    }

    private func showGlossary(_ request: Request) async throws -> Reply {
        let page = try await glossary(request)
        return request.page(frame(page.title, request, page.body))
    }

    private func printGlossary(_ request: Request) async throws -> Reply {
        let style = String(decoding: services.assets.bytes("style.css") ?? [], as: UTF8.self)
        let paper = try await glossary(request).paper(
            request.catalogue, style: style, date: "\(CivilDate(services.clock()))")
        do throws(WorkerProblem) {
            let bytes = try await made.pdf(paper, with: services.worker)
            return .download(.shared(bytes), name: "glossary.pdf", contentType: MediaType.pdf)
        } catch {
            services.log.failure("glossary", [("request", request.id), ("error", "\(error)")])
            throw Problem.failed(request: request.id)
        }
    }
}
