import Configuration

/// What a request brings before its body.
struct RequestHead {
    let method: String
    let rawTarget: [UInt8]
    let headers: Headers
    let client: String

    /// What a program shows, if it is anything that could be a token (RFC 6750, section 2.1).
    var token: String? {
        guard let authorization = headers["Authorization"] else { return nil }
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }

    var announcesBody: Bool { headers["Transfer-Encoding"] != nil || (headers["Content-Length"] ?? "0") != "0" }
}

/// What is to be done with a request once its header has been read.
enum Opening {
    case reply(Outgoing, Request)
    case run(Route, Request)
    /// With a pass where the body is large enough to need one.
    case read(Route, Request, FormReader, Turnstile.Pass?)
}

extension Site {
    /// Whether the browser or the program says that it is somebody's, so that ``reader(_:)`` has to be asked first.
    func needsReader(_ head: RequestHead) -> Bool {
        head.token != nil || session(head) != nil
    }

    /// Who asks; a problem where that can't be found out now.
    func reader(_ head: RequestHead) async throws(Problem) -> Reader {
        do {
            // Whoever shows a token is known by it alone, whatever cookies come with it.
            if let token = head.token {
                guard settings.address.isPrivate else { throw Problem.tokenInTheOpen }
                guard let program = try await gatekeeper.program(holding: token, from: head.client) else {
                    throw Problem.wrongToken
                }
                return .program(program)
            }
            guard let token = session(head) else { return .stranger }
            return try await gatekeeper.person(holding: token).map(Reader.person) ?? .stranger
        } catch let problem as Problem {
            throw problem
        } catch {
            let id = traffic.newRequestID()
            log.failure("reader", [("request", id), ("error", "\(error)")])
            throw Problem(of: error, request: id)
        }
    }

    /// The token of the session that the browser shows. One that others could read on the way, as from before the site's address was
    /// changed, is nobody's.
    private func session(_ head: RequestHead) -> String? {
        settings.address.isPrivate ? sessions.read(head.headers["Cookie"]).token : nil
    }

    /// The answer to a request of which nothing but the header is looked at.
    func refusal(_ problem: Problem, _ head: RequestHead) -> Opening {
        let request = request(head, .stranger)
        return .reply(outgoing(problem, to: request), request)
    }

    private func request(_ head: RequestHead, _ reader: Reader) -> Request {
        let target = RequestTarget(head.rawTarget) ?? .root
        var request = Request(
            id: traffic.newRequestID(), method: Method(rawValue: head.method) ?? .get, target: target,
            headers: head.headers, client: head.client, reader: reader, catalogue: catalogue(target, head.headers),
            visit: sessions.read(head.headers["Cookie"]).visit)
        request.isFromProgram = head.token != nil || target.segments.first == Operation.root.first
        return request
    }

    /// Decides everything that can be decided from the header alone, so that nothing is read from those who may not send it.
    func open(_ head: RequestHead, as reader: Reader) -> Opening {
        let target = RequestTarget(head.rawTarget)
        var request = request(head, reader)
        do throws(Problem) {
            guard let target else { throw .badAddress }
            guard head.headers.areSound else { throw .brokenRequest }
            guard head.method == "HEAD" || Method(rawValue: head.method) != nil else {
                throw try otherMethod(target)
            }
            let (route, parameters) = try find(request.method, target)
            request.parameters = parameters
            request.route = route.pattern
            request.isFromProgram = request.isFromProgram || route.operation != nil
            try admit(reader, to: route)
            if target.hasTrailingSlash { return .reply(outgoing(withoutSlash(target), to: request), request) }
            try route.operation?.check(request.query)
            if request.method != .get { request.isProven = try isProven(request, for: route) }
            if route.body != .nothing { return try read(route, request) }
            guard !head.announcesBody else { throw .brokenForm }
            if let reply = route.immediate?(request) { return .reply(outgoing(reply, to: request), request) }
            return .run(route, request)
        } catch {
            return .reply(outgoing(error, to: request), request)
        }
    }

    private func admit(_ reader: Reader, to route: Route) throws(Problem) {
        // A token opens what is described for programs, and no page.
        if route.operation == nil, reader.program != nil { throw .tokenMayNot }
        guard !route.access.admits(reader) else { return }
        switch reader {
        case .person(let person):
            throw route.access.awaitsSecondStep(of: person) ? .secondStepFirst : .notAllowed
        case .program: throw .tokenMayNot
        case .stranger: throw route.operation == nil ? .signInFirst : .tokenFirst
        }
    }

    /// Refuses what another site could have a person's browser send. A token is in no browser, so nobody else can send it.
    ///
    /// - Returns: false for a form, which can be looked at only when it is whole.
    private func isProven(_ request: Request, for route: Route) throws(Problem) -> Bool {
        guard request.reader.program == nil else { return true }
        guard isFromHere(request.headers) else { throw .foreignForm }
        guard route.operation != nil else { return false }
        // What is no form carries the token of our forms in its header.
        guard request.visit.admits(request.headers[Request.formTokenHeader]) else { throw .foreignForm }
        return true
    }

    /// The body is whole: gives it to the request if it came from a page that this browser was shown, or from a program.
    func accept(_ form: Form, for request: Request) throws(Problem) -> Request {
        guard request.isProven || request.visit.admits(form[Request.formTokenName]) else { throw .foreignForm }
        var request = request
        request.form = form
        return request
    }

    private func find(_ method: Method, _ target: RequestTarget) throws(Problem) -> (Route, [String: String]) {
        switch router.match(method, target.segments) {
        case .found(let route, let parameters): return (route, parameters)
        case .otherMethod: throw try otherMethod(target)
        case .none: throw .notFound
        }
    }

    /// What to say of a method that an address doesn't take.
    private func otherMethod(_ target: RequestTarget) throws(Problem) -> Problem {
        let allowed = allowed(target)
        guard !allowed.isEmpty else { throw .notFound }
        return .otherMethod.with("Allow", allowed)
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

    /// Bytes.
    private static let smallForm = 8_192

    private func read(_ route: Route, _ request: Request) throws(Problem) -> Opening {
        let limits = FormReader.Limits(route.body, uploadLimit: settings.uploadLimit)
        if let length = request.headers["Content-Length"] {
            guard let length = Int(length), length >= 0 else { throw .brokenForm }
            guard length <= limits.bytes else { throw .tooLarge(limit: limits.statedBytes) }
        }
        let type = request.headers["Content-Type"] ?? ""
        let reader: FormReader?
        do throws(FormProblem) {
            reader = try FormReader(
                route.body, contentType: type, uploadLimit: settings.uploadLimit, scratch: scratch)
        } catch {
            throw Problem(error)
        }
        guard let reader else { throw route.operation == nil ? .notAForm : .otherBody }
        // A small form, such as that for signing in, has room on every connection: nobody can shut it by sending others slowly.
        let length = request.headers["Content-Length"].flatMap(Int.init)
        if limits.files == 0, let length, length <= Self.smallForm { return .read(route, request, reader, nil) }
        guard let pass = (limits.files > 0 ? traffic.uploads : traffic.forms).enter() else { throw .busy }
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
