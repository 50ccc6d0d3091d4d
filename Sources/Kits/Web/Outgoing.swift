/// An answer with everything that goes over the wire.
struct Outgoing: Sendable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: Reply.Body
}

extension Reply {
    /// Adds cookies, caching and the security headers; a reader that has these bytes already gets 304 and no body.
    func outgoing(to request: Request, security: [(name: String, value: String)]) -> Outgoing {
        var cookies = cookies
        var caching = caching
        if let cookie = request.visit.newCookie {
            // A page with a form of one reader's own must not be shown to another.
            cookies.append(cookie)
            caching = .never
        }
        var out = Outgoing(status: status, headers: headers, body: body)
        out.headers.reserveCapacity(headers.count + security.count + 6)
        for cookie in cookies { out.headers.append(("Set-Cookie", cookie.header)) }
        switch caching {
        case .never: out.headers.append(("Cache-Control", "no-store"))
        case .forever: out.headers.append(("Cache-Control", "public, max-age=31536000, immutable"))
        case .revalidated(let tag):
            // What somebody sees who is known here is for no cache that others share.
            out.headers.append(("Cache-Control", request.reader == .stranger ? "no-cache" : "private, no-cache"))
            out.headers.append(("ETag", "\"\(tag)\""))
            out.headers.append(("Vary", "Accept, Accept-Language, Authorization, Cookie"))
            if status == 200, request.method == .get, isKnown(tag, request.headers["If-None-Match"]) {
                out.status = 304
            }
        }
        if let contentType, out.status != 304 { out.headers.append(("Content-Type", contentType)) }
        out.headers += security
        return out
    }

    private func isKnown(_ tag: String, _ header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { piece in
            var piece = piece.drop { $0 == " " }
            if piece.hasPrefix("W/") { piece = piece.dropFirst(2) }
            return piece == "*" || piece == "\"\(tag)\""
        }
    }
}
