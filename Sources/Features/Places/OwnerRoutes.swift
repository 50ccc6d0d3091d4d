package import Web
import Words

extension Owner {
    /// - Parameter home: the address that those who come and go are led to.
    package func routes(frame: @escaping Frame, home: String) -> [Route] {
        [
            Route(.get, OwnerPath.owner.url, access: .anyone) { request in
                guard let given = request.query[Self.keyName] else {
                    return request.page(OwnerPage(request).document(in: frame))
                }
                return try signIn(given, home)
            },
            Route(.post, OwnerPath.signOut.url, access: .owner) { _ in
                var reply = Reply.redirect(to: home)
                reply.cookies = [sessions.end()]
                return reply
            },
        ]
    }

    /// Sets the cookie and leads on, so that the key leaves the address bar and the history's first line.
    private func signIn(_ given: String, _ home: String) throws(Problem) -> Reply {
        guard key.admits(linkKey: given) else { throw .wrongOwnerLink }
        var reply = Reply.redirect(to: home)
        reply.cookies = [sessions.begin()]
        return reply
    }
}

extension Problem {
    package static let wrongOwnerLink = Problem(
        status: 403, code: "PLA-001", title: "This link doesn't open anything here",
        detail: "The key in it is cut short, or was made for another installation or before its key was renewed.",
        next: "Copy the whole link that was printed when this server last started.")
}
