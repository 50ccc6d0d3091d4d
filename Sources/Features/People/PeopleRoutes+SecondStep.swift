import Crypto
import HTML
import Jobs
import Mail
import Places
import Storage
import Web
import Words

extension PeopleRoutes {
    var factors: SecondFactorStore { SecondFactorStore(place: place.id, services.key) }

    func showSecondStep(_ request: Request) async throws -> Reply {
        let page = try await secondStepPage(request)
        return self.page(page.title, page.body, request)
    }

    func beginSecondStep(_ request: Request) async throws -> Reply {
        var page = try await secondStepPage(request)
        let person = try await self.person(request)
        guard case .off = page.state else { return .redirect(to: PeoplePath.secondStep.url) }
        if let fault = try await fault(in: page.proof, of: person, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        try await BeginSecondStep(person: person.id).run(in: people, services)
        return .redirect(to: PeoplePath.secondStep.url)
    }

    func confirmSecondStep(_ request: Request) async throws -> Reply {
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        var page = try await secondStepPage(request)
        guard case .begun = page.state else { return .redirect(to: PeoplePath.secondStep.url) }
        let action = ConfirmSecondStep(
            person: reader.id, session: reader.session, code: request.form.text("code", most: 20))
        do throws(ConfirmSecondStep.Refusal) {
            page.newCodes = try await action.run(in: people, services)
        } catch {
            switch error {
            case .wrong:
                page.faults.add(
                    "This is not the code. Wait for the next one, and look whether the telephone’s clock is right.",
                    at: "code")
            case .tooMany: page.faults.add(.tooOften, at: "code")
            case .storage: throw error
            }
            return self.page(page.title, page.body, request, status: error == .tooMany ? 429 : 422)
        }
        page.state = .on(codesLeft: page.newCodes.count)
        return self.page(page.title, page.body, request)
    }

    func makeRecoveryCodes(_ request: Request) async throws -> Reply {
        var page = try await secondStepPage(request)
        let person = try await self.person(request)
        guard case .on = page.state else { return .redirect(to: PeoplePath.secondStep.url) }
        let given = request.form.text("codes", most: 20)
        if let status = try await refuse(given, of: person, &page.faults, at: "codes") {
            return self.page(page.title, page.body, request, status: status)
        }
        let codes = (0..<RecoveryCode.number).map { _ in RecoveryCode(from: services.randomness) }
        let now = services.clock()
        try await database.transaction { transaction in
            try await factors.setCodes(codes, of: person.id, at: now, in: transaction)
        }
        page.newCodes = codes
        page.state = .on(codesLeft: codes.count)
        return self.page(page.title, page.body, request)
    }

    func turnOffSecondStep(_ request: Request) async throws -> Reply {
        var page = try await secondStepPage(request)
        let person = try await self.person(request)
        guard case .on = page.state else { return .redirect(to: PeoplePath.secondStep.url) }
        if let fault = try await fault(in: page.proof, of: person, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        let given = request.form.text("code", most: 20)
        if let status = try await refuse(given, of: person, &page.faults, at: "code") {
            return self.page(page.title, page.body, request, status: status)
        }
        let letter = WayInLetters(catalogue: request.catalogue).secondStepTurnedOff(of: person)
        try await database.transaction { transaction in
            try await factors.remove(person.id, in: transaction)
            try await services.postbox?.post(letter, to: place.id, transaction)
        }
        services.jobs.wake()
        return .redirect(to: PeoplePath.secondStep.url)
    }

    /// Checks a code; gives the status to answer with where it is refused.
    func refuse(
        _ code: String, of person: Person, _ faults: inout FormFaults, at field: String
    ) async throws -> Int? {
        do throws(GiveCode.Refusal) {
            try await GiveCode(person: person.id, code: code).run(in: people, services)
            return nil
        } catch {
            switch error {
            case .wrong: faults.add("This is not the code, or it was used already. Wait for the next one.", at: field)
            case .tooMany: faults.add(.tooOften, at: field)
            case .storage: throw error
            }
            return error == .tooMany ? 429 : 422
        }
    }

    func person(_ request: Request) async throws -> Person {
        guard let id = request.reader.person?.id, let person = try await people.person(id: id, in: database) else {
            throw Problem.signInFirst
        }
        return person
    }

    private func secondStepPage(_ request: Request) async throws -> SecondStepPage {
        let person = try await self.person(request)
        var state = SecondStepPage.State.off
        if try await factors.isOn(for: person.id, in: database) {
            state = .on(codesLeft: try await factors.codesLeft(of: person.id, in: database))
        } else if let factor = try await factors.find(person.id, in: database),
            let secret = OneTimeCode.base32(factor.secret)
        {
            state = .begun(
                secret: secret.inGroups,
                address: otpAddress(secret, of: person.email.text, issuer: place.name.isEmpty ? nil : place.name))
        }
        return SecondStepPage(
            state: state,
            isAsked: try await factors.isMissing(of: person.id, at: services.clock(), in: database),
            proof: try await proof(of: person, at: PeoplePath.secondStep.url, request),
            tokenField: request.formTokenField)
    }
}

/// The address by which an app takes a secret over.
private func otpAddress(_ secret: String, of account: String, issuer: String?) -> String {
    let issuer = (issuer ?? "Inside Outcomes").percentEncoded
    return
        "otpauth://totp/\(issuer):\(account.percentEncoded)?secret=\(secret)&issuer=\(issuer)&algorithm=SHA1&digits=\(OneTimeCode.digits)&period=\(OneTimeCode.period)"
}

extension String {
    /// In groups of four, to be read and typed.
    fileprivate var inGroups: String {
        let letters = Array(self)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<Swift.min($0 + 4, letters.count)]) }
            .joined(separator: " ")
    }
}

extension Phrase {
    static let tooOften: Phrase = "That was tried too often. Wait a quarter of an hour, then try again."
}
