import CanonicalJSON
import HTML
import Words

extension Problem {
    /// The problem as the reader wants it: JSON (RFC 9457) for programs and where `Accept` asks for JSON and not for a page,
    /// else a page.
    func reply(to request: Request, frame: Frame) -> Reply {
        var reply = wantsJSON(request) ? json(in: request.catalogue) : page(request, frame)
        reply.headers += headers.map { ($0.name, $0.value) }
        return reply
    }

    private func wantsJSON(_ request: Request) -> Bool {
        if request.isFromProgram { return true }
        guard let accept = request.headers["Accept"] else { return false }
        return accept.contains("json") && !accept.contains("text/html")
    }

    private func json(in catalogue: Catalogue) -> Reply {
        var members: [String: JSON] = [
            "type": .string("about:blank"), "status": .number(Double(status)), "code": .string(code),
            "title": .string(catalogue.text(title)), "detail": .string(catalogue.text(detail)),
        ]
        if let next { members["next"] = .string(catalogue.text(next)) }
        return Reply(
            status: status, contentType: "application/problem+json", body: .bytes(JSON.object(members).canonical))
    }

    private func page(_ request: Request, _ frame: Frame) -> Reply {
        let content = HTML.group([
            h1 { phrase(title) },
            p { phrase(detail) },
            next.map { step in p { phrase(step) } } ?? .nothing,
            p(.classes("small muted")) { "Code: \(code)" },
        ])
        var reply = request.page(frame(title, request, content))
        reply.status = status
        return reply
    }
}
