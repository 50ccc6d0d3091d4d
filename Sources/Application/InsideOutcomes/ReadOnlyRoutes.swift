import Web

extension [Route] {
    /// The same addresses on a server that changes nothing: what everybody may see is shown, everything else says why it isn't.
    ///
    /// - Parameter others: addresses that strangers may open to begin something that this server can't do.
    func readOnly(besides others: Set<String>) -> [Route] {
        map { route in
            if route.method == .get, route.access == .anyone, !others.contains(route.pattern) { return route }
            return Route(route.method, route.pattern, access: .anyone, body: route.body) { _ in throw Problem.readOnly }
        }
    }
}

/// Knows nobody: a server that changes nothing can't tell whether a session was ended.
struct StrangersOnly: Gatekeeper {
    func person(holding token: String) async throws -> SignedIn? { nil }

    func program(holding token: String, from client: String) async throws -> TokenBearer? { nil }
}
