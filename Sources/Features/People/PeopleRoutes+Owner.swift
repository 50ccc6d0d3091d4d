import HTML
import Places
package import Web
import Words

extension PeopleRoutes {
    /// The link opens the founding, once; later it lets somebody in again.
    func openOwnersLink(_ request: Request) async throws -> Reply {
        guard let key = request.query["key"] else { return .redirect(to: PeoplePath.signIn.url) }
        guard services.key.admits(linkKey: key) else { throw Problem.wrongOwnerLink }
        if try await people.isFounded(in: database) {
            let page = RegainPage(key: key, tokenField: request.formTokenField)
            return self.page(page.title, page.body, request)
        }
        let page = FoundingPage(key: key, tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    func useOwnersLink(_ request: Request) async throws -> Reply {
        guard services.key.admits(linkKey: request.form["key"] ?? "") else { throw Problem.wrongOwnerLink }
        return try await people.isFounded(in: database) ? regain(request) : found(request)
    }

    private func found(_ request: Request) async throws -> Reply {
        let form = request.form
        var page = FoundingPage(
            name: form.text("name", most: Person.longestName), email: form.text("email", most: EmailAddress.longest),
            organisation: form.text("organisation", most: Organisation.longestName), key: form["key"] ?? "",
            tokenField: request.formTokenField)
        let email = EmailAddress(page.email)
        if page.name.isEmpty { page.faults.add("Give your name.", at: "name") }
        if email == nil { page.faults.add(.noEmail, at: "email") }
        if page.organisation.isEmpty { page.faults.add("Give the name of your organisation.", at: "organisation") }
        let password = await newPassword(
            request, known: [page.name, page.email, page.organisation, place.name], &page.faults)
        guard let email, let password, page.faults.isEmpty else {
            return self.page(page.title, page.body, request, status: 422)
        }
        let person: Person
        do throws(FoundPlace.Refusal) {
            person = try await FoundPlace(
                name: page.name, email: email, organisation: page.organisation, password: password
            ).run(in: people, services)
        } catch {
            if error == .alreadyFounded { return .redirect(to: PeoplePath.signIn.url) }
            throw error
        }
        await founded()
        return try await enter(person, request, to: home)
    }

    private func regain(_ request: Request) async throws -> Reply {
        var page = RegainPage(
            email: request.form.text("email", most: EmailAddress.longest), key: request.form["key"] ?? "",
            tokenField: request.formTokenField)
        let email = EmailAddress(page.email)
        if email == nil { page.faults.add(.noEmail, at: "email") }
        let password = await newPassword(request, known: [page.email, place.name], &page.faults)
        guard let email, let password, page.faults.isEmpty else {
            return self.page(page.title, page.body, request, status: 422)
        }
        let person: Person
        do throws(RegainAccess.Refusal) {
            person = try await RegainAccess(
                email: email, password: password, letters: WayInLetters(catalogue: request.catalogue)
            ).run(in: people, services)
        } catch {
            guard error == .nobody else { throw error }
            page.faults.add("Nobody here has this e-mail address.", at: "email")
            return self.page(page.title, page.body, request, status: 422)
        }
        return try await enter(person, request, to: PeoplePath.me.url)
    }

    /// The password that a form brought, ready to be kept; nil with a fault where it can't be.
    func newPassword(_ request: Request, known: [String], _ faults: inout FormFaults) async -> NewPassword? {
        do throws(NewPassword.Refusal) {
            return try await NewPassword(request.form["password"] ?? "", known: known, at: desk)
        } catch {
            faults.add(error.sentence, at: "password")
            return nil
        }
    }
}

extension Phrase {
    static let noEmail: Phrase = "Give an e-mail address, such as name@example.org."
}

extension Problem {
    package static let wrongOwnerLink = Problem(
        status: 403, code: "PLA-001", title: "This link doesn't open anything here",
        detail: "The key in it is cut short, or was made for another installation or before its key was renewed.",
        next: "Copy the whole link as it was printed.")
}
