import Configuration
import HTML
package import Places
import Storage
package import Web
import Words

package enum RetentionPath: Sendable {
    case page

    package var url: String {
        switch self {
        case .page: "/kept"
        }
    }
}

/// The address of the page that says what is kept for how long.
package struct RetentionRoutes: Sendable {
    private let services: Services
    private let place: Place
    private let frame: Frame

    package init(_ services: Services, place: Place, frame: @escaping Frame) {
        self.services = services
        self.place = place
        self.frame = frame
    }

    package var routes: [Route] { [Route(.get, RetentionPath.page.url, access: .may(.seePlace), handler: show)] }

    private func show(_ request: Request) async throws -> Reply {
        let removals = try await RemovalStore(place: place.id).newest(in: services.database.at(place.id))
        let page = RetentionPage(table: RetentionTable(services.settings.keep), removals: removals)
        return request.page(frame(page.title, request, page.body))
    }
}
