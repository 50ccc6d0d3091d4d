package import CanonicalJSON
import Documents
import Words

/// The interface for programs as an OpenAPI 3.1 document, made of what its routes say of themselves.
package struct OpenAPIDocument: Sendable {
    private let routes: [(route: Route, operation: Operation)]
    private let version: String

    package init(_ routes: [Route], version: String) {
        self.routes = routes.compactMap { route in route.operation.map { (route, $0) } }
        self.version = version
    }

    package var json: JSON {
        var named: [String: JSON] = [:]
        Self.problem.collect(into: &named)
        var paths: [String: [String: JSON]] = [:]
        for (route, operation) in routes {
            operation.takes?.collect(into: &named)
            for answer in operation.answers { answer.schema?.collect(into: &named) }
            paths[Self.address(route), default: [:]][route.method.rawValue.lowercased()] = Self.json(route, operation)
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Inside Outcomes", "version": .string(version),
                "description":
                    "What organisations do here, for their programs. A token stands for one organisation and one role.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "paths": .object(paths.mapValues(JSON.object)),
            "components": [
                "schemas": .object(named),
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ],
        ]
    }

    /// What is said of anything that went wrong (RFC 9457).
    package static let problem = Schema.named(
        "Problem",
        .record([
            .init("type", .text), .init("status", .integer(400...599)),
            .init("code", .text, "Stays the same for good, such as WEB-003; docs/error-codes.md lists all."),
            .init("title", .text, "What happened."), .init("detail", .text, "Where, and why."),
            .init("next", .text, "What to do.", isRequired: false),
        ]))

    /// `/accounts/{id}` for `/accounts/:id`.
    private static func address(_ route: Route) -> String {
        "/"
            + route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
            .joined(separator: "/")
    }

    private static func json(_ route: Route, _ operation: Operation) -> JSON {
        var answers: [String: JSON] = [:]
        for answer in operation.answers { answers[String(answer.status)] = json(answer) }
        for (status, problems) in Dictionary(grouping: problems(route, operation), by: \.status) {
            answers[String(status)] = json(problems)
        }
        var members: [String: JSON] = [
            "operationId": .string(operation.name), "tags": [.string(operation.group)],
            "summary": .string(operation.summary), "parameters": .array(parameters(route, operation)),
            "responses": .object(answers),
            // Where everybody may call it, a token shows an organisation what is its own besides.
            "security": route.access == .anyone ? [[:], ["token": []]] : [["token": []]],
        ]
        if !operation.explanation.isEmpty { members["description"] = .string(operation.explanation) }
        if let body = body(route, operation) { members["requestBody"] = body }
        return .object(members)
    }

    private static func parameters(_ route: Route, _ operation: Operation) -> [JSON] {
        let names = route.pattern.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
        return names.map { name in
            [
                "name": .string(name), "in": "path", "required": true, "schema": Schema.identifier.json,
                "description": .string(operation.pieces[name] ?? ""),
            ]
        }
            + operation.query.map { parameter in
                [
                    "name": .string(parameter.name), "in": "query", "required": false,
                    "schema": parameter.schema.json, "description": .string(parameter.explanation),
                ]
            }
    }

    private static func body(_ route: Route, _ operation: Operation) -> JSON? {
        switch route.body {
        case .json:
            ["required": true, "content": [MediaType.json: ["schema": operation.takes?.json ?? true]]]
        case .file(_, let types):
            [
                "required": true,
                "content": .object(
                    Dictionary(
                        uniqueKeysWithValues: types.map {
                            ($0, ["schema": ["type": "string", "format": "binary"]])
                        })),
            ]
        case .form, .upload, .nothing: nil
        }
    }

    /// What any address may refuse with, and what this one may.
    private static func problems(_ route: Route, _ operation: Operation) -> [Problem] {
        var problems: [Problem] = [.badAddress, .wrongToken, .tooManyTokens, .badValue(at: ""), .failed(request: "")]
        if route.access != .anyone { problems += [.tokenMayNot] }
        if route.pattern.contains(":") { problems += [.notFound] }
        switch route.body {
        case .json: problems += [.notJSON(""), .otherBody, .tooLarge(limit: FormReader.mostJSON), .busy]
        case .file: problems += [.otherBody, .tooLarge(limit: 1_000_000), .busy, .noSpace]
        case .form, .upload, .nothing: break
        }
        return problems + operation.problems
    }

    private static func json(_ answer: Operation.Answer) -> JSON {
        var members: [String: JSON] = ["description": .string(answer.explanation)]
        if let schema = answer.schema { members["content"] = [MediaType.json: ["schema": schema.json]] }
        if !answer.links.isEmpty {
            members["links"] = .object(
                Dictionary(
                    uniqueKeysWithValues: answer.links.map { link in
                        let parameters = link.pieces.mapValues(JSON.string)
                        return (
                            link.operation, ["operationId": .string(link.operation), "parameters": .object(parameters)]
                        )
                    }))
        }
        if answer.hasLocation {
            members["headers"] = [
                "Location": ["description": "Where to look next.", "schema": ["type": "string"], "required": true]
            ]
        }
        return .object(members)
    }

    private static func json(_ problems: [Problem]) -> JSON {
        let sentences = problems.map { "\($0.code): \(Catalogue.english.text($0.title))." }
        return [
            "description": .string(sentences.joined(separator: " ")),
            "content": ["application/problem+json": ["schema": problem.json]],
        ]
    }
}
