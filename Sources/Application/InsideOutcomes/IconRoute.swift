import Web

/// The small picture that browsers ask for beside every page.
enum IconRoute {
    static func route(_ assets: Assets) -> Route {
        let reply = assets.bytes("icon.svg").map { bytes in
            Reply(contentType: "image/svg+xml", body: .shared(SharedBytes(bytes)), caching: .revalidated(tag: "icon-1"))
        }
        return Route(
            .get, "/favicon.ico", access: .anyone, immediate: { _ in reply }, handler: { _ in throw Problem.notFound })
    }
}
