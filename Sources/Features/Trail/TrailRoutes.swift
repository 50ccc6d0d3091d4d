import HTML
import Storage
package import Places
package import Web
import Words

package enum TrailPath: Sendable {
    case page
    case csv
    case json

    package var url: String {
        switch self {
        case .page: "/organisation/trail"
        case .csv: "/organisation/trail.csv"
        case .json: "/organisation/trail.json"
        }
    }
}

/// The addresses of the audit trail, for those who answer for an organisation.
package struct TrailRoutes: Sendable {
    /// How many entries a file holds at most, the newest.
    private static let mostInFile = 100_000

    private let services: Services
    private let place: Place
    private let frame: Frame

    package init(_ services: Services, place: Place, frame: @escaping Frame) {
        self.services = services
        self.place = place
        self.frame = frame
    }

    package var routes: [Route] {
        [
            Route(.get, TrailPath.page.url, access: .may(.seeTrail), handler: show),
            Route(.get, TrailPath.csv.url, access: .may(.seeTrail)) { request in
                try await download(request, "csv", "text/csv; charset=utf-8", TrailFiles.csv)
            },
            Route(.get, TrailPath.json.url, access: .may(.seeTrail)) { request in
                try await download(request, "json", "application/json", TrailFiles.json)
            },
        ]
    }

    private func show(_ request: Request) async throws -> Reply {
        var before: Int?
        if let text = request.query["before"] {
            guard let number = Int(text), number > 0 else { throw Problem.notFound }
            before = number
        }
        let found = try await TrailStore(place: place.id).entries(
            of: try request.organisation(), before: before, most: TrailPage.size + 1,
            in: services.database.at(place.id))
        let shown = Array(found.prefix(TrailPage.size))
        let page = TrailPage(
            organisation: request.reader.person?.organisation?.name ?? "", acts: TrailAct.acts(of: shown),
            next: found.count > shown.count ? shown.last?.number : nil)
        return request.page(frame(page.title, request, page.body))
    }

    private func download(
        _ request: Request, _ ending: String, _ type: String, _ file: @Sendable ([TrailEntry]) -> [UInt8]
    ) async throws -> Reply {
        let entries = try await TrailStore(place: place.id).entries(
            of: try request.organisation(), most: Self.mostInFile, in: services.database.at(place.id))
        return .download(.bytes(file(entries)), name: "audit-trail.\(ending)", contentType: type)
    }
}
