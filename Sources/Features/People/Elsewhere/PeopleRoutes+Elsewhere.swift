import Configuration
import HTML
import Places
package import Web
import Words

extension PeopleRoutes {
    /// Sends the browser to the other provider.
    func signInElsewhere(_ request: Request) async throws -> Reply {
        guard let provider else { throw Problem.notFound }
        let settings = services.settings
        let handover = Handover(then: request.query["then"] ?? "", at: services.clock(), services.randomness)
        let address: String
        do throws(SignInProvider.Refusal) {
            address = try await provider.address(for: handover, back: back)
        } catch {
            throw refused("\(error)")
        }
        var reply = Reply(status: 303, contentType: nil, body: .none)
        reply.headers = [("Location", address)]
        reply.cookies = [handover.cookie(isSecure: settings.address.isSecure, services.key)]
        return reply
    }

    /// The browser comes back with a code.
    func comeBack(_ request: Request) async throws -> Reply {
        guard let provider else { throw Problem.notFound }
        let isSecure = services.settings.address.isSecure
        guard let handover = Handover(request, isSecure: isSecure, services.key, at: services.clock()),
            handover.admits(request.query["state"] ?? "")
        else { throw refused("state") }
        guard let code = request.query["code"] else { throw refused("no code") }
        let token: IdentityToken
        do throws(SignInProvider.Refusal) {
            token = try await provider.person(for: code, handover, back: back)
        } catch {
            throw refused("\(error)")
        }
        let person: Person
        do throws(EnterFromElsewhere.Refusal) {
            person = try await EnterFromElsewhere(
                issuer: provider.settings.issuer, subject: token.subject, email: token.email, name: token.name,
                reader: request.reader.person?.id
            ).run(in: people, services)
        } catch {
            switch error {
            case .storage: throw error
            case .hasPassword: throw Problem.passwordFirst
            case .noAddress, .nobody: throw Problem.unknownElsewhere
            }
        }
        var reply = try await afterFirstStep(person, then: handover.then, request)
        reply.cookies.append(Handover.end(isSecure: isSecure))
        return reply
    }

    private var back: String { "\(services.settings.address)\(PeoplePath.back.url)" }

    /// The reason is for the log; the page tells what to do.
    private func refused(_ reason: String) -> Problem {
        services.log.failure("sign-in-elsewhere", [("reason", reason)])
        return .refusedElsewhere
    }
}

extension Problem {
    package static let refusedElsewhere = Problem(
        status: 403, code: "PLA-005", title: "Signing in there did not work",
        detail: "The other site did not let you in, can’t be reached, or took longer than ten minutes.",
        next: "Try again from the page where you sign in. If it goes on, tell whoever runs this site.")

    package static let unknownElsewhere = Problem(
        status: 403, code: "PLA-006", title: "You have no way in here yet",
        detail: "The other site knows you, and nobody here has the e-mail address that it has made sure of.",
        next: "Ask an owner of your organisation to invite that address, then sign in the same way again.")

    package static let passwordFirst = Problem(
        status: 403, code: "PLA-007", title: "Show your password once",
        detail:
            "Somebody here has your e-mail address and signs in with a password. Whether that is you, only the password can tell.",
        next:
            "Sign in with the password. Then, on your own page, choose to sign in with the other site from now on. If the password isn’t yours, tell an owner of your organisation."
    )
}
