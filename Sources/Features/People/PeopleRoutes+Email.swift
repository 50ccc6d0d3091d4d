import Configuration
import FoundationEssentials
import HTML
import Jobs
import Mail
import Places
import Storage
package import Web
import Words

extension PeopleRoutes {
    func changeEmail(_ request: Request) async throws -> Reply {
        var page = try await ownDataPage(request)
        let person = page.lists.data.person
        page.email = request.form.text("email", most: EmailAddress.longest)
        let email = EmailAddress(page.email)
        if email == nil { page.faults.add(.noEmail, at: "email") }
        if email == person.email { page.faults.add("This is your address already.", at: "email") }
        guard let email, page.faults.isEmpty else { return self.page(page.title, page.body, request, status: 422) }
        if let fault = try await fault(in: page.proof, of: person, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        let change = AddressChange(
            person: person, new: email, hash: try await people.passwordHash(of: person.id, in: database),
            asked: services.clock())
        guard services.postbox == nil else { return try await write(change, page, request) }
        do throws(ChangeAddress.Refusal) {
            try await ChangeAddress(change: change, session: request.reader.person?.session, notice: nil)
                .run(in: people, services)
        } catch {
            if case .storage = error { throw error }
            page.faults.add("This address can’t be used here.", at: "email")
            return self.page(page.title, page.body, request, status: 422)
        }
        return .redirect(to: PeoplePath.ownData.url)
    }

    /// Sends the link to the new address. Whoever asks is told the same where somebody has that address already.
    private func write(_ change: AddressChange, _ page: OwnDataPage, _ request: Request) async throws -> Reply {
        var page = page
        let mayWrite = try await AttemptStore(place: place.id).isAllowed(
            "letter \(change.new)", most: AttemptStore.mostOfLetters, at: services.clock(), in: database)
        guard mayWrite, let postbox = services.postbox else {
            page.faults.add(
                "This address was written to too often. Wait a quarter of an hour, then try again.", at: "email")
            return self.page(page.title, page.body, request, status: 429)
        }
        let key = change.key(addressKey, randomness: services.randomness)
        let link = "\(services.settings.address)\(PeoplePath.confirmEmail.url)?key=\(key)"
        let letters = AddressLetters(catalogue: request.catalogue)
        let (people, place) = (people, place.id)
        try await database.transaction { transaction in
            let isFree = try await people.person(change.new, in: transaction) == nil
            try await postbox.post(letters.confirm(change, link: link, isFree: isFree), to: place, transaction)
        }
        services.jobs.wake()
        page.written = change.new
        page.email = ""
        return self.page(page.title, page.body, request)
    }

    func askToConfirmEmail(_ request: Request) async throws -> Reply {
        let (page, _) = try await confirmPage(request.query["key"] ?? "", request)
        return self.page(page.title, page.body, request)
    }

    /// The letter may have reached somebody else, where an address was mistyped: so the password is asked for once more.
    func confirmEmail(_ request: Request) async throws -> Reply {
        var (page, person) = try await confirmPage(request.form["key"] ?? "", request)
        if let fault = try await fault(in: page.proof, of: person, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        do throws(ChangeAddress.Refusal) {
            try await ChangeAddress(
                change: page.change, session: nil, notice: AddressLetters(catalogue: request.catalogue)
            ).run(in: people, services)
        } catch {
            if case .storage = error { throw error }
            throw Problem.noAddressChange
        }
        return .redirect(to: PeoplePath.signIn.url)
    }

    private func confirmPage(_ key: String, _ request: Request) async throws -> (ConfirmAddressPage, Person) {
        guard let change = AddressChange(key: key, addressKey, at: services.clock()),
            let person = try await people.person(id: change.person, in: database),
            change.isOf(person, hash: try await people.passwordHash(of: person.id, in: database))
        else { throw Problem.noAddressChange }
        let own = "\(PeoplePath.confirmEmail.url)?key=\(key)"
        let page = ConfirmAddressPage(
            change: change, key: key, proof: try await proof(of: person, at: own, request),
            tokenField: request.formTokenField)
        return (page, person)
    }

    private var addressKey: [UInt8] { services.key.derived(for: "changes of address") }
}

extension Problem {
    package static let noAddressChange = Problem(
        status: 404, code: "PLA-020", title: "This link doesn't work any more",
        detail:
            "It was used, is older than a day, or is cut short; or your password was changed after you asked for it.",
        next: "Sign in and ask for it again, on the page about what is held about you.")
}
