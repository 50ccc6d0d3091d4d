/// Finds the route for a request. Pieces that are written out win over `:name` pieces, whatever the order of the list.
package struct Router: Sendable {
    package enum Match: Sendable {
        case found(Route, parameters: [String: String])
        /// The address exists, for these methods.
        case otherMethod(allowed: [Method])
        case none
    }

    /// All routes, for the test that calls each of them as a stranger.
    package let routes: [Route]
    private let root: Node

    package init(_ routes: [Route]) throws(RouteConflict) {
        self.routes = routes
        var root = Node()
        for route in routes {
            let pieces = route.pattern.split(separator: "/").map(String.init)
            guard route.pattern.hasPrefix("/"), root.add(route, pieces[...]) else {
                throw RouteConflict(method: route.method, pattern: route.pattern)
            }
        }
        self.root = root
    }

    package func match(_ method: Method, _ segments: [String]) -> Match {
        var parameters: [String: String] = [:]
        guard let routes = root.find(segments[...], &parameters) else { return .none }
        guard let route = routes[method] else {
            return .otherMethod(allowed: Method.allCases.filter { routes[$0] != nil })
        }
        return .found(route, parameters: parameters)
    }
}

/// Two routes for one address and method, or a pattern that isn't one.
package struct RouteConflict: Error, Equatable, Sendable {
    package let method: Method
    package let pattern: String
}

/// The routes below one piece of a path.
private struct Node: Sendable {
    var routes: [Method: Route] = [:]
    var fixed: [String: Node] = [:]
    var named: [Named] = []

    struct Named: Sendable {
        let name: String
        var node: Node
    }

    mutating func add(_ route: Route, _ pieces: ArraySlice<String>) -> Bool {
        guard let piece = pieces.first else { return routes.updateValue(route, forKey: route.method) == nil }
        let rest = pieces.dropFirst()
        guard piece.hasPrefix(":") else { return fixed[piece, default: Node()].add(route, rest) }
        let name = String(piece.dropFirst())
        guard !name.isEmpty else { return false }
        // One name for one place: `/accounts/:id` beside `/accounts/:account/pdf` would be two words for one thing.
        guard let first = named.first else {
            var node = Node()
            defer { named = [Named(name: name, node: node)] }
            return node.add(route, rest)
        }
        return first.name == name && named[0].node.add(route, rest)
    }

    func find(_ segments: ArraySlice<String>, _ parameters: inout [String: String]) -> [Method: Route]? {
        guard let segment = segments.first else { return routes.isEmpty ? nil : routes }
        let rest = segments.dropFirst()
        if let found = fixed[segment]?.find(rest, &parameters) { return found }
        guard let named = named.first, let found = named.node.find(rest, &parameters) else { return nil }
        parameters[named.name] = segment
        return found
    }
}
