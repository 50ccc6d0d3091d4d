import Configuration
import FoundationEssentials
import HTML
import Storage
import Web
import Words

extension PeopleRoutes {
    /// How somebody can show that it is them.
    ///
    /// - Parameter page: the address of the page that asks.
    func proof(of person: Person, at page: String, _ request: Request) async throws -> Proof {
        guard try await people.passwordHash(of: person.id, in: database) == nil else { return .password }
        guard let host = provider?.settings.host else { return .nothing }
        if let reader = request.reader.person, reader.id == person.id {
            // Who has no password has signed in with the other site; there is no other way.
            let session = try await sessions.sessions(of: person.id, in: database).first { $0.id == reader.session }
            let age = session.map { abs(services.clock().timeIntervalSince($0.created)) }
            if let age, age < Proof.lifetime { return .recent(host: host) }
        }
        return .again(host: host, address: "\(PeoplePath.elsewhere.url)?then=\(page.percentEncoded)")
    }

    /// What is wrong with what somebody showed; nil where it is them.
    ///
    /// - Parameter field: that holds the password, where they have one.
    func fault(
        in proof: Proof, of person: Person, _ request: Request, field: String = "password"
    ) async throws -> (sentence: Phrase, status: Int)? {
        switch proof {
        case .recent: return nil
        case .again(let host, _): return ("Sign in with \(host) once more first.", 422)
        case .nothing: return ("You have no password yet. Get one first.", 422)
        case .password: break
        }
        do throws(SignIn.Refusal) {
            _ = try await SignIn(
                email: person.email.text, password: request.form[field] ?? "", client: request.client
            ).run(in: people, at: desk, services)
            return nil
        } catch {
            let said = try error.faults()["password"] ?? ""
            return (error == .wrong ? "This is not your password." : said, error.status)
        }
    }
}
