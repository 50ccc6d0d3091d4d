package import Configuration
import HTML
package import Places
import Storage
package import Web
package import Words

/// All addresses of signing in, of a person's own page, and of who belongs where.
package struct PeopleRoutes: Sendable {
    let services: Services
    let place: Place
    let frame: Frame
    /// The address that those who come and go are led to.
    let home: String
    /// The address of the audit trail.
    let trail: String
    /// The address of the page that says what is kept for how long.
    let kept: String
    /// What an action in the audit trail is called.
    let action: @Sendable (String) -> Phrase
    /// What is done once the place is founded; founding doesn't wait for it.
    let founded: @Sendable () async -> Void
    /// What a person said about shared words, by the person's identifier and the reader's language.
    let said: @Sendable (String, String) async throws -> [OwnData.Said]
    let database: any Database
    let desk: PasswordDesk
    let people: PeopleStore
    let sessions: SessionStore
    /// Nil where people sign in with passwords only.
    let provider: SignInProvider?

    package init(
        _ services: Services, place: Place, desk: PasswordDesk, frame: @escaping Frame, home: String, trail: String,
        kept: String,
        action: @escaping @Sendable (String) -> Phrase, founded: @escaping @Sendable () async -> Void,
        said: @escaping @Sendable (_ person: String, _ language: String) async throws -> [OwnData.Said]
    ) {
        self.said = said
        self.founded = founded
        self.kept = kept
        self.action = action
        self.services = services
        self.place = place
        self.frame = frame
        self.home = home
        self.trail = trail
        database = services.database.at(place.id)
        self.desk = desk
        people = PeopleStore(place: place.id)
        sessions = SessionStore(place: place.id)
        provider = services.settings.signIn.map { settings in
            SignInProvider(settings, certificates: services.settings.certificates, clock: services.clock)
        }
    }

    package var routes: [Route] {
        [
            Route(.get, PeoplePath.owner.url, access: .anyone, handler: wherePrivate(openOwnersLink)),
            Route(.post, PeoplePath.owner.url, access: .anyone, handler: wherePrivate(useOwnersLink)),
            Route(.get, PeoplePath.signIn.url, access: .anyone, handler: wherePrivate(askWhoItIs)),
            Route(.post, PeoplePath.signIn.url, access: .anyone, handler: wherePrivate(signIn)),
            Route(.get, PeoplePath.elsewhere.url, access: .anyone, handler: wherePrivate(signInElsewhere)),
            Route(.get, PeoplePath.back.url, access: .anyone, handler: wherePrivate(comeBack)),
            Route(.post, PeoplePath.code.url, access: .anyone, handler: wherePrivate(giveCode)),
            Route(.post, PeoplePath.signOut.url, access: .signedIn, handler: signOut),
            Route(.get, PeoplePath.forgotten.url, access: .anyone, handler: wherePrivate(askWhoForgot)),
            Route(.post, PeoplePath.forgotten.url, access: .anyone, handler: wherePrivate(sendNewPassword)),
            Route(.get, PeoplePath.reset.url, access: .anyone, handler: wherePrivate(askForNewPassword)),
            Route(.post, PeoplePath.reset.url, access: .anyone, handler: wherePrivate(resetPassword)),
            Route(.get, PeoplePath.join.url, access: .anyone, handler: wherePrivate(askToJoin)),
            Route(.post, PeoplePath.join.url, access: .anyone, handler: wherePrivate(join)),
            Route(.get, PeoplePath.me.url, access: .signedIn, handler: wherePrivate(showMe)),
            Route(.post, PeoplePath.actFor.url, access: .signedIn, handler: actFor),
            Route(.post, PeoplePath.password.url, access: .signedIn, handler: wherePrivate(changePassword)),
            Route(.post, PeoplePath.endSession(":id").url, access: .signedIn, handler: endSession),
            Route(.get, PeoplePath.ownData.url, access: .signedIn, handler: wherePrivate(showOwnData)),
            Route(.get, PeoplePath.ownDataJSON.url, access: .signedIn, handler: ownDataAsJSON),
            Route(.get, PeoplePath.ownDataDocument.url, access: .signedIn, handler: ownDataAsDocument),
            Route(.post, PeoplePath.name.url, access: .signedIn, handler: changeName),
            Route(.post, PeoplePath.email.url, access: .signedIn, handler: wherePrivate(changeEmail)),
            Route(.get, PeoplePath.confirmEmail.url, access: .anyone, handler: wherePrivate(askToConfirmEmail)),
            Route(.post, PeoplePath.confirmEmail.url, access: .anyone, handler: wherePrivate(confirmEmail)),
            Route(.get, PeoplePath.erase.url, access: .signedIn, handler: wherePrivate(askToErase)),
            Route(.post, PeoplePath.erase.url, access: .signedIn, handler: wherePrivate(erase)),
            Route(.get, PeoplePath.erased.url, access: .anyone, handler: showErased),
            Route(.get, PeoplePath.organisation.url, access: .may(.seeMembers), handler: showOrganisation),
            Route(.post, PeoplePath.invite.url, access: .may(.runOrganisation), handler: invite),
            Route(.post, PeoplePath.uninvite(":id").url, access: .may(.runOrganisation), handler: takeInvitationBack),
            Route(.post, PeoplePath.member(":id").url, access: .may(.runOrganisation), handler: changeMember),
            Route(.get, PeoplePath.tokens.url, access: .may(.runOrganisation), handler: showTokens),
            Route(.post, PeoplePath.tokens.url, access: .may(.runOrganisation), handler: makeToken),
            Route(.post, PeoplePath.endToken(":id").url, access: .may(.runOrganisation), handler: endToken),
            Route(.post, PeoplePath.programmes.url, access: .may(.runOrganisation), handler: addProgramme),
            Route(.get, PeoplePath.close.url, access: .may(.runOrganisation), handler: wherePrivate(askToClose)),
            Route(.post, PeoplePath.close.url, access: .may(.runOrganisation), handler: wherePrivate(close)),
            Route(.get, PeoplePath.place.url, access: .may(.convene), handler: showPlace),
            Route(.post, PeoplePath.inviteOrganisation.url, access: .may(.convene), handler: inviteOrganisation),
            Route(.post, PeoplePath.facilitators.url, access: .may(.convene), handler: addFacilitator),
            Route(.post, PeoplePath.stepDown.url, access: .may(.convene), handler: stepDown),
        ] + secondStepRoutes + askingRoutes
            + PeopleAPI(place: place.id, database: database, clock: services.clock).routes
    }

    private var secondStepRoutes: [Route] {
        [
            Route(.get, PeoplePath.secondStep.url, access: .signedIn, handler: wherePrivate(showSecondStep)),
            Route(.post, PeoplePath.secondStep.url, access: .signedIn, handler: wherePrivate(beginSecondStep)),
            Route(
                .post, PeoplePath.confirmSecondStep.url, access: .signedIn, handler: wherePrivate(confirmSecondStep)),
            Route(.post, PeoplePath.recoveryCodes.url, access: .signedIn, handler: wherePrivate(makeRecoveryCodes)),
            Route(
                .post, PeoplePath.turnOffSecondStep.url, access: .signedIn, handler: wherePrivate(turnOffSecondStep)),
            Route(
                .get, PeoplePath.memberSecondStep(":id").url, access: .may(.runOrganisation),
                handler: wherePrivate(askForMember)),
            Route(
                .post, PeoplePath.memberSecondStep(":id").url, access: .may(.runOrganisation),
                handler: wherePrivate(letMemberInAgain)),
            Route(
                .post, PeoplePath.askForSecondStep.url, access: .may(.runOrganisation), handler: askForSecondStep),
            Route(.get, PeoplePath.placeSecondStep.url, access: .may(.convene), handler: wherePrivate(askForAnybody)),
            Route(
                .post, PeoplePath.placeSecondStep.url, access: .may(.convene), handler: wherePrivate(letAnybodyInAgain)),
        ]
    }

    /// The link that founds the place, and later lets people in again, to be printed for whoever runs the server.
    package static func ownersLink(_ key: OwnerKey, at address: SiteAddress) -> String {
        "\(address)\(PeoplePath.owner.url)?key=\(key.linkKey)"
    }

    /// Takes no password, and shows no field for one, where others could read it on the way.
    func wherePrivate(_ handler: @escaping Route.Handler) -> Route.Handler {
        let isPrivate = services.settings.address.isPrivate
        return { request in
            guard isPrivate else { throw Problem.notPrivate }
            return try await handler(request)
        }
    }

    func page(_ title: Phrase, _ body: HTML, _ request: Request, status: Int = 200) -> Reply {
        var reply = request.page(frame(title, request, body))
        reply.status = status
        return reply
    }

    /// Begins a session for a person and leads on. It takes the place of the one that the browser had; the same person goes on acting
    /// for the same organisation.
    func enter(
        _ person: Person, _ request: Request, to address: String, actingFor organisation: String? = nil
    ) async throws -> Reply {
        let earlier = request.reader.person
        let begun = try await BegunSession(
            for: person, actingFor: organisation ?? (earlier?.id == person.id ? earlier?.organisation?.id : nil),
            request, services, people: people, in: database)
        if let earlier { try await sessions.end(earlier.session, of: earlier.id, in: database) }
        var reply = Reply.redirect(to: address)
        reply.cookies = [begun.cookie]
        return reply
    }

    /// How an invitation reaches whom it is for: by mail, or through the one who invites.
    func passing(_ token: String, to email: EmailAddress, _ request: Request) -> InvitationLink {
        guard services.postbox == nil else { return InvitationLink(email: email, address: nil) }
        let given = services.settings.isGiven(.address) ? services.settings.address.description : nil
        let site = given ?? "http://\(request.headers["Host"] ?? "")"
        return InvitationLink(email: email, address: "\(site)\(PeoplePath.join.url)?key=\(token)")
    }

    /// What is needed to write to somebody who is invited; nil where no mail is sent. The link in it never comes from what the browser
    /// says of our name.
    ///
    /// - Parameter catalogue: the words of their language, where that is known; else those of whoever invites.
    func invitationLetter(_ request: Request, in catalogue: Catalogue? = nil) -> InvitationLetter? {
        guard services.postbox != nil else { return nil }
        let site = services.settings.address
        return InvitationLetter(
            inviter: request.reader.person?.name ?? "", link: { "\(site)\(PeoplePath.join.url)?key=\($0)" },
            catalogue: catalogue ?? request.catalogue)
    }
}
