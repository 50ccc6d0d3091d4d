import FoundationEssentials
import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func showOrganisation(_ request: Request) async throws -> Reply {
        let page = try await organisationPage(request)
        return self.page(page.title, page.body, request)
    }

    func invite(_ request: Request) async throws -> Reply {
        let (reader, organisation) = try acting(request)
        var form = InviteForm(
            email: request.form.text("email", most: EmailAddress.longest),
            role: Role.inOrganisation.first { $0.rawValue == request.form["role"] } ?? .reader)
        let email = EmailAddress(form.email)
        if email == nil { form.faults.add(.noEmail, at: "email") }
        let until = until(request, &form.faults, at: "until")
        form.programme = request.form["programme"]
        let programme = try await programme(request, form.role, &form.faults, at: "programme")
        guard let email, form.faults.isEmpty else { return try await organisationPage(again: form, request) }
        guard let known = try await OrganisationStore(place: place.id).find(organisation.id, in: database)
        else { throw Problem.notFound }
        let token: String
        do throws(InvitePerson.Refusal) {
            token = try await InvitePerson(
                email: email, organisation: known, role: form.role, programme: programme, until: until,
                invitedBy: reader.id,
                letter: invitationLetter(request)
            ).run(in: place.id, services)
        } catch {
            guard error == .tooMany else { throw error }
            form.faults.add(
                "Too many invitations are open, or this address was written to too often. Take some back, or wait a quarter of an hour.",
                at: "email")
            return try await organisationPage(again: form, request)
        }
        var page = try await organisationPage(request)
        page.link = passing(token, to: email, request)
        return self.page(page.title, page.body, request)
    }

    func takeInvitationBack(_ request: Request) async throws -> Reply {
        let (_, organisation) = try acting(request)
        try await InvitationStore(place: place.id).remove(
            request.parameters["id"] ?? "", of: organisation.id, in: database)
        return .redirect(to: PeoplePath.organisation.url)
    }

    func changeMember(_ request: Request) async throws -> Reply {
        let (_, organisation) = try acting(request)
        let person = request.parameters["id"] ?? ""
        var form = InviteForm()
        let until = until(request, &form.faults, at: "until-\(person)")
        guard form.faults.isEmpty else { return try await organisationPage(again: form, request) }
        let role = Role.inOrganisation.first { $0.rawValue == request.form["role"] }
        guard role != nil || request.form["role"] == "none" else { throw Problem.brokenForm }
        let programme = try await programme(request, role ?? .reader, &form.faults, at: "programme-\(person)")
        guard form.faults.isEmpty else { return try await organisationPage(again: form, request) }
        do throws(ChangeMembership.Refusal) {
            try await ChangeMembership(
                person: person, organisation: organisation.id, role: role, programme: programme, until: until
            )
            .run(in: people, services)
        } catch {
            switch error {
            case .noMember: throw Problem.notFound
            case .lastOwner:
                form.faults.add(
                    "An organisation needs an owner whose time doesn’t end. Make somebody else an owner first.",
                    at: "role-\(person)")
                return try await organisationPage(again: form, request)
            case .storage: throw error
            }
        }
        return .redirect(to: PeoplePath.organisation.url)
    }

    func acting(_ request: Request) throws(Problem) -> (SignedIn, SignedIn.Organisation) {
        guard let reader = request.reader.person, let organisation = reader.organisation else {
            throw Problem.notAllowed
        }
        return (reader, organisation)
    }

    /// The one programme that somebody is to see; nil for all, or with a fault where it can't be so.
    private func programme(
        _ request: Request, _ role: Role, _ faults: inout FormFaults, at field: String
    ) async throws -> Programme? {
        let chosen = request.form["programme"] ?? ""
        let (_, organisation) = try acting(request)
        guard !chosen.isEmpty else { return nil }
        let all = try await ProgrammeStore(place: place.id, organisation: organisation.id).all(in: database)
        guard let programme = all.first(where: { $0.id == chosen }) else { throw Problem.brokenForm }
        if role != .reader { faults.add("Whoever sees one programme only reads. Choose Reader.", at: field) }
        return programme
    }

    /// The end of what somebody is to be; nil where there is none, or with a fault where it is no day to come.
    func until(_ request: Request, _ faults: inout FormFaults, at field: String) -> Date? {
        let typed = request.form.text("until", most: 20)
        guard !typed.isEmpty else { return nil }
        guard let day = CivilDate(typed), Membership.end(after: day) > services.clock() else {
            faults.add("Give a day to come, such as 2027-03-31.", at: field)
            return nil
        }
        return Membership.end(after: day)
    }

    func organisationPage(again form: InviteForm, _ request: Request) async throws -> Reply {
        var page = try await organisationPage(request)
        page.form = form
        return self.page(page.title, page.body, request, status: 422)
    }

    private func organisationPage(_ request: Request) async throws -> OrganisationPage {
        let (reader, organisation) = try acting(request)
        let now = services.clock()
        return OrganisationPage(
            organisation: organisation,
            members: try await people.members(of: organisation.id, in: database)
                .filter { $0.isInForce(at: now) },
            invitations: try await InvitationStore(place: place.id).open(
                to: organisation.id, at: now, in: database),
            mayRun: reader.permissions.contains(.runOrganisation),
            secondStep: try await secondStepRule(reader, organisation.id, request),
            withSecondStep: try await lettableIn(reader, organisation.id),
            trail: reader.permissions.contains(.seeTrail) ? trail : nil,
            programmes: try await ProgrammeStore(place: place.id, organisation: organisation.id).all(in: database),
            kept: kept,
            tokenField: request.formTokenField)
    }

    private func secondStepRule(
        _ reader: SignedIn, _ organisation: String, _ request: Request
    ) async throws -> SecondStepRule? {
        guard reader.permissions.contains(.runOrganisation) else { return nil }
        return SecondStepRule(
            isAsked: try await factors.isAsked(by: organisation, in: database),
            isOwnOn: try await factors.isOn(for: reader.id, in: database), tokenField: request.formTokenField)
    }

    /// Those with a second step whom the reader may let in again.
    private func lettableIn(_ reader: SignedIn, _ organisation: String) async throws -> Set<String> {
        guard reader.permissions.contains(.runOrganisation) else { return [] }
        return try await factors.lettableIn(
            by: reader.id, asOwnerOf: organisation, at: services.clock(), in: database)
    }
}
