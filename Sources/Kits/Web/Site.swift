import Configuration
import FoundationEssentials
import Storage
import Words

/// Everything between a request and its answer that is not sockets: routes, who may call them, forms, languages, problems.
package final class Site: Sendable {
    package let router: Router
    let settings: Settings
    let sessions: Sessions
    let gatekeeper: any Gatekeeper
    let catalogues: Catalogues
    let log: Log
    let frame: Frame
    let scratch: ScratchFolder
    let security: [(name: String, value: String)]
    let traffic: Traffic

    /// - Parameter traffic: that of the server, where it has other sites too.
    /// - Throws: ``RouteConflict`` where two routes claim one address.
    package convenience init(
        _ services: Services, gatekeeper: any Gatekeeper, routes: [Route], frame: @escaping Frame,
        traffic: Traffic? = nil
    ) throws(RouteConflict) {
        try self.init(
            settings: services.settings, sessions: services.sessions, gatekeeper: gatekeeper,
            catalogues: services.catalogues, log: services.log,
            traffic: traffic ?? Traffic(randomness: services.randomness), routes: routes + [services.assets.route],
            frame: frame)
    }

    init(
        settings: Settings, sessions: Sessions, gatekeeper: any Gatekeeper, catalogues: Catalogues, log: Log,
        traffic: Traffic,
        routes: [Route], frame: @escaping Frame
    ) throws(RouteConflict) {
        router = try Router(routes)
        self.settings = settings
        self.sessions = sessions
        self.gatekeeper = gatekeeper
        self.catalogues = catalogues
        self.log = log
        self.frame = frame
        scratch = ScratchFolder(settings.data + "/scratch")
        security = securityHeaders(isSecure: settings.address.isSecure)
        self.traffic = traffic
    }

    /// Runs a route that was found and allowed, and answers whatever happens.
    func answer(_ route: Route, _ request: Request) async -> Outgoing {
        do {
            try route.operation?.check(request.form)
            let reply = try await Author.$current.withValue(author(of: request, through: route)) {
                try await route.handler(request)
            }
            return outgoing(reply, to: request)
        } catch let problem as Problem {
            return outgoing(problem, to: request)
        } catch {
            log.failure("handler", [("request", request.id), ("route", route.pattern), ("error", "\(error)")])
            return outgoing(Problem(of: error, request: request.id), to: request)
        }
    }

    /// Who stands in the audit trail beside what the handler changes.
    private func author(of request: Request, through route: Route) -> Author {
        let program = request.reader.program
        return Author(
            program == nil ? .person : .token, id: program?.id ?? request.reader.person?.id,
            organisation: request.reader.organisation?.id, client: request.client,
            action: "\(route.method.rawValue) \(route.pattern)", request: request.id)
    }

    func outgoing(_ problem: Problem, to request: Request) -> Outgoing {
        outgoing(problem.reply(to: request, frame: frame), to: request)
    }

    func outgoing(_ reply: Reply, to request: Request) -> Outgoing {
        var reply = reply
        // A language that was chosen by hand is remembered for a year.
        if request.query["language"] == request.catalogue.language.code {
            reply.cookies.append(languageCookie(request.catalogue.language.code))
        }
        return reply.outgoing(to: request, security: security)
    }

    /// The language that was chosen by hand, now or before; else what the browser asks for; else the setting's.
    func catalogue(_ target: RequestTarget, _ headers: Headers) -> Catalogue {
        if let chosen = target.query["language"].flatMap(catalogues.catalogue) { return chosen }
        if let remembered = headers["Cookie"].flatMap({ cookie("io-language", in: $0) }).flatMap(catalogues.catalogue) {
            return remembered
        }
        let standard = catalogues[settings.language]
        return headers["Accept-Language"].map { catalogues.preferred($0, otherwise: standard) } ?? standard
    }

    private func languageCookie(_ code: String) -> SetCookie {
        SetCookie(name: "io-language", value: code, isSecure: settings.address.isSecure, maxAge: 31_536_000)
    }
}
