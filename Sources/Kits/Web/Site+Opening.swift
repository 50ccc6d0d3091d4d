import Configuration

/// What a request brings before its body.
struct RequestHead {
    let method: String
    let rawTarget: [UInt8]
    let headers: Headers
    let client: String

    var announcesBody: Bool { headers["Transfer-Encoding"] != nil || (headers["Content-Length"] ?? "0") != "0" }
}

/// What is to be done with a request once its header has been read.
enum Opening {
    case reply(Outgoing, Request)
    case run(Route, Request)
    case read(Route, Request, FormReader, Turnstile.Pass)
}

extension Site {
    /// Whether the browser says that it is somebody's, so that ``reader(_:)`` has to be asked first.
    func needsReader(_ head: RequestHead) -> Bool { sessions.read(head.headers["Cookie"]).token != nil }

    /// Who asks; a problem where that can't be found out now.
    func reader(_ head: RequestHead) async throws(Problem) -> Reader {
        guard let token = sessions.read(head.headers["Cookie"]).token else { return .stranger }
        do {
            return try await gatekeeper.person(holding: token).map(Reader.person) ?? .stranger
        } catch {
            let id = newRequestID()
            log.failure("reader", [("request", id), ("error", "\(error)")])
            throw .failed(request: id)
        }
    }

    /// The answer to a request of which nothing but the header is looked at.
    func refusal(_ problem: Problem, _ head: RequestHead) -> Opening {
        let request = request(head, .stranger)
        return .reply(outgoing(problem, to: request), request)
    }

    private func request(_ head: RequestHead, _ reader: Reader) -> Request {
        let target = RequestTarget(head.rawTarget) ?? .root
        return Request(
            id: newRequestID(), method: head.method == Method.post.rawValue ? .post : .get, target: target,
            headers: head.headers, client: head.client, reader: reader, catalogue: catalogue(target, head.headers),
            visit: sessions.read(head.headers["Cookie"]).visit)
    }

    /// Decides everything that can be decided from the header alone, so that nothing is read from those who may not send it.
    func open(_ head: RequestHead, as reader: Reader) -> Opening {
        let isPost = head.method == Method.post.rawValue
        let target = RequestTarget(head.rawTarget)
        var request = request(head, reader)
        do throws(Problem) {
            guard let target else { throw .badAddress }
            guard head.headers.areSound else { throw .brokenRequest }
            guard isPost || head.method == Method.get.rawValue || head.method == "HEAD" else {
                throw .otherMethod.with("Allow", allowed(target))
            }
            let (route, parameters) = try find(request.method, target)
            request.parameters = parameters
            guard route.access.admits(reader) else { throw reader == .stranger ? .signInFirst : .notAllowed }
            if target.hasTrailingSlash { return .reply(outgoing(withoutSlash(target), to: request), request) }
            if isPost { return try read(route, request) }
            guard !head.announcesBody else { throw .brokenForm }
            if let reply = route.immediate?(request) { return .reply(outgoing(reply, to: request), request) }
            return .run(route, request)
        } catch {
            return .reply(outgoing(error, to: request), request)
        }
    }

    /// The form is whole: gives it to the request if it came from a page that this browser was shown.
    func accept(_ form: Form, for request: Request) throws(Problem) -> Request {
        guard request.visit.admits(form[Request.formTokenName]) else { throw .foreignForm }
        var request = request
        request.form = form
        return request
    }

    private func find(_ method: Method, _ target: RequestTarget) throws(Problem) -> (Route, [String: String]) {
        switch router.match(method, target.segments) {
        case .found(let route, let parameters): return (route, parameters)
        case .otherMethod: throw .otherMethod.with("Allow", allowed(target))
        case .none: throw .notFound
        }
    }

    private func allowed(_ target: RequestTarget) -> String {
        let methods = Method.allCases.filter { method in
            if case .found = router.match(method, target.segments) { true } else { false }
        }
        return methods.map { $0 == .get ? "GET, HEAD" : $0.rawValue }.joined(separator: ", ")
    }

    private func withoutSlash(_ target: RequestTarget) -> Reply {
        let query = target.rawQuery.map { "?" + $0 } ?? ""
        return .redirect(to: String(target.rawPath.dropLast()) + query, status: 301)
    }

    private func read(_ route: Route, _ request: Request) throws(Problem) -> Opening {
        guard isFromHere(request.headers) else { throw .foreignForm }
        var limits = FormReader.Limits()
        if route.body == .upload {
            limits.files = 4
            limits.bytes += settings.uploadLimit
        }
        if let length = request.headers["Content-Length"] {
            guard let length = Int(length), length >= 0 else { throw .brokenForm }
            guard length <= limits.bytes else { throw .tooLarge(limit: limits.statedBytes) }
        }
        let type = request.headers["Content-Type"] ?? ""
        guard let reader = FormReader(contentType: type, limits: limits, scratch: scratch) else { throw .notAForm }
        guard let pass = (route.body == .upload ? uploads : forms).enter() else { throw .busy }
        return .read(route, request, reader, pass)
    }

    /// Whether the browser says that the form was sent from our own page. Tools and old browsers say nothing; the form's token decides then.
    private func isFromHere(_ headers: Headers) -> Bool {
        if let site = headers["Sec-Fetch-Site"], site != "same-origin", site != "none" { return false }
        guard let origin = headers["Origin"]?.lowercased() else { return true }
        let authority = headers["Host"]?.lowercased() ?? ""
        return origin == settings.address.description || origin == "http://\(authority)"
            || origin == "https://\(authority)"
    }
}
