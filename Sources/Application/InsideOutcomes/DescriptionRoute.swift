import CanonicalJSON
import Configuration
import Web

/// The description of the interface for programs. It is written once: the routes don't change while the program runs.
enum DescriptionRoute {
    static let address = "\(Operation.rootURL)/openapi.json"

    static func route(_ routes: [Route]) -> Route {
        let operation = Operation(
            "describe", in: "interface", "Describes all of this as OpenAPI 3.1",
            answers: [.init(200, "This description.", .elsewhere("Description", ["type": "object"]))])
        let own = Route(.get, address, access: .anyone, operation: operation) { _ in .json(.null) }
        let json = OpenAPIDocument(routes + [own], version: Version.current).json
        return Route(.get, address, access: .anyone, operation: operation) { _ in .json(json) }
    }
}
