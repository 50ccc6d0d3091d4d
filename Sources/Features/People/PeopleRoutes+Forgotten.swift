import Configuration
import HTML
import Places
package import Web
import Words

extension PeopleRoutes {
    func askWhoForgot(_ request: Request) async throws -> Reply {
        let page = ForgottenPage(
            state: services.postbox == nil ? .withoutMail : .asking, tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    func sendNewPassword(_ request: Request) async throws -> Reply {
        var page = ForgottenPage(
            state: .asking, email: request.form.text("email", most: EmailAddress.longest),
            tokenField: request.formTokenField)
        guard let postbox = services.postbox else { return .redirect(to: PeoplePath.forgotten.url) }
        guard let email = EmailAddress(page.email) else {
            page.faults.add(.noEmail, at: "email")
            return self.page(page.title, page.body, request, status: 422)
        }
        let site = services.settings.address
        do throws(AskForNewPassword.Refusal) {
            try await AskForNewPassword(
                email: email, client: request.client, link: { "\(site)\(PeoplePath.reset.url)?key=\($0)" },
                catalogue: request.catalogue
            ).run(in: people, postbox, services)
        } catch {
            guard error == .tooMany else { throw error }
            page.faults.add("That was tried too often. Wait a quarter of an hour, then try again.", at: "email")
            return self.page(page.title, page.body, request, status: 429)
        }
        page.state = .sent
        page.email = email.text
        return self.page(page.title, page.body, request)
    }

    func askForNewPassword(_ request: Request) async throws -> Reply {
        let key = request.query["key"] ?? ""
        try await checkReset(key)
        let page = ResetPage(key: key, tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    func resetPassword(_ request: Request) async throws -> Reply {
        var page = ResetPage(key: request.form["key"] ?? "", tokenField: request.formTokenField)
        // Before the password is hashed, which costs much.
        try await checkReset(page.key)
        guard let password = await newPassword(request, known: [place.name], &page.faults) else {
            return self.page(page.title, page.body, request, status: 422)
        }
        do throws(ResetPassword.Refusal) {
            try await ResetPassword(
                token: page.key, password: password, letters: WayInLetters(catalogue: request.catalogue)
            ).run(in: people, services)
        } catch {
            throw error == .gone ? Problem.noReset : error as any Error
        }
        var reply = Reply.redirect(to: PeoplePath.signIn.url + "?changed=1")
        // Whoever this browser was signed in as, is so no more.
        reply.cookies = [services.sessions.end()]
        return reply
    }

    private func checkReset(_ key: String) async throws {
        let store = ResetStore(place: place.id)
        guard try await store.person(holding: key, at: services.clock(), in: database) != nil else {
            throw Problem.noReset
        }
    }
}

extension Problem {
    package static let noReset = Problem(
        status: 404, code: "PLA-004", title: "This link doesn’t work any more",
        detail: "It was used, has run out after an hour, or is cut short.",
        next: "Ask for another one: choose “Forgot your password?” where you sign in.")
}
