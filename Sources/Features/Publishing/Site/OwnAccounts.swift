import CanonicalJSON
import Configuration
import HTML
import Imports
import Lookup
import Places
import Jobs
import Storage
import Web
import Words
import Workbooks

/// What an organisation does with its accounts: make, check, publish, correct, withdraw.
struct OwnAccounts: Sendable {
    let services: Services
    let place: String
    let shelf: AccountShelf
    let frame: Frame
    let wordsNote: WordsNote
    let offers: WordOffers

    var routes: [Route] {
        [
            Route(.post, AccountPath.make(":id").url, access: .may(.makeAccounts)) { request in
                let words = services.catalogues.languages.first { $0.code == request.form["language"] } ?? .english
                return try await make(request.parameters["id"] ?? "", words.code, request)
            },
            Route(.get, AccountPath.check(":id").url, access: .may(.publish), handler: check),
            Route(.post, AccountPath.publish(":id").url, access: .may(.publish), handler: publish),
            Route(.get, AccountPath.correct(":id").url, access: .may(.publish), handler: askForCorrection),
            Route(.post, AccountPath.correct(":id").url, access: .may(.publish), body: .upload, handler: correct),
            Route(.get, AccountPath.withdraw(":id").url, access: .may(.publish), handler: askToWithdraw),
            Route(.post, AccountPath.withdraw(":id").url, access: .may(.publish), handler: withdraw),
        ]
    }

    private func store(_ request: Request) -> AccountStore { AccountStore(services, place, request) }

    /// Has the account of an import made, and answers with where to wait for it.
    func make(_ importID: String, _ language: String, _ request: Request) async throws -> Reply {
        .redirect(to: AccountPath.job(try await order(importID, language, request)).url)
    }

    /// - Returns: the identifier of the job that makes it.
    func order(_ importID: String, _ language: String, _ request: Request) async throws -> String {
        let imports = try ImportStore(services, place, request)
        guard try await imports.find(importID) != nil else { throw Problem.notFound }
        let order = MakeDraft.Order(importID: importID, language: language)
        do throws(JobError) {
            return try await services.jobs.enqueue(
                MakeDraft.kind, order.json, place: place, owner: imports.organisation)
        } catch {
            throw error == .tooMany ? Problem.tooManyJobs : error as any Error
        }
    }

    private func check(_ request: Request) async throws -> Reply {
        let account = try await find(request)
        guard account.withdrawal == nil, let draft = account.draft,
            let summary = try await store(request).summary(account.id, draft.number),
            let digest = try await store(request).digest(account.id, draft.number)
        else { throw Problem.noDraft }
        let page = CheckPage(
            draft: draft, summary: summary, languageName: services.catalogues[draft.language].language.name,
            digest: digest,
            wordsNote: try await wordsNote(
                try await store(request).outcomes(of: account.id, draft.number, in: store(request).database), request),
            tokenField: request.formTokenField)
        return request.page(frame(page.title, request, page.body))
    }

    private func publish(_ request: Request) async throws -> Reply {
        let account = try await find(request)
        guard let number = request.form["edition"].flatMap(Int.init) else { throw Problem.noDraft }
        // Asked twice, as from two tabs or by the back button: what was wanted is so.
        if account.withdrawal == nil, account.edition(number)?.state == .published {
            return .redirect(to: AccountPath.one(account.id).url)
        }
        do throws(PublishAccount.Refusal) {
            try await PublishAccount(account: account.id, number: number, digest: request.form["digest"] ?? "").run(
                in: store(request), at: services.clock())
        } catch {
            throw error == .noDraft ? Problem.noDraft : error as any Error
        }
        shelf.clear()
        return .redirect(to: AccountPath.one(account.id).url)
    }

    private func askForCorrection(_ request: Request) async throws -> Reply {
        let account = try await correctable(request)
        return correctionPage(account, request, options: try await stated(in: account, request), reason: "", fault: nil)
    }

    /// What was stated for the edition that readers see, so that its correction begins with the same. It stands in the
    /// edition itself, which outlives the workbook.
    private func stated(in account: KeptAccount, _ request: Request) async throws -> ImportOptions {
        guard let edition = account.current,
            let kept = try await store(request).bytes(account.id, edition.number, AccountForm.json.rawValue)
        else { return ImportOptions() }
        let given = try JSON(parsing: kept.bytes)["check"]?["options"]?.arrayValue ?? []
        var options = ImportOptions(stated: given.compactMap(\.stringValue))
        options.language = edition.language
        return options
    }

    private func correct(_ request: Request) async throws -> Reply {
        let account = try await correctable(request)
        let options = UploadForm.options(request.form)
        let reason = UploadForm.plain(request.form["reason"] ?? "", most: 500)
        guard !reason.isEmpty else {
            let fault = UploadPage.Fault(
                "Give a reason.", mend: "Say what was wrong, in a sentence. Choose the file again too.", field: "reason"
            )
            return correctionPage(account, request, options: options, reason: "", fault: fault, status: 422)
        }
        let action = TakeUpload(services, place: place, organisation: try request.organisation())
        do {
            let purpose = Correction(account: account.id, reason: reason)
            let id = try await action.run(request, options, purpose: purpose.json)
            // What couldn't be kept has no meaning yet, and the next page asks about it.
            _ = try await offers.keep(service: options.service ?? "", request)
            return .redirect(to: ImportPath.one(id).url)
        } catch let error as UploadFault {
            return correctionPage(
                account, request, options: options, reason: reason, fault: error.shown, status: error.status)
        }
    }

    /// The form for a correction again, for a workbook that turned out not to be one after a while.
    func refused(
        _ purpose: JSON, _ options: ImportOptions, _ fault: UploadFault, _ request: Request
    ) async throws -> Reply? {
        guard let correction = Correction(json: purpose),
            let account = try await store(request).find(correction.account)
        else {
            return nil
        }
        return correctionPage(account, request, options: options, reason: correction.reason, fault: fault.shown)
    }

    private func correctionPage(
        _ account: KeptAccount, _ request: Request, options: ImportOptions, reason: String, fault: UploadPage.Fault?,
        status: Int = 200
    ) -> Reply {
        let page = UploadPage(
            title: "Correct this account",
            lead: "Upload the corrected workbook. It becomes the next edition, beside the one that is published.",
            action: AccountPath.correct(account.id).url, tokenField: request.formTokenField,
            limit: services.settings.uploadLimit / 1_000_000, options: options, fault: fault,
            taken: OfferingField.taken(OfferingField.service, in: request.form),
            before: ReasonField.ofCorrection(reason, isMissing: fault?.field == "reason").body,
            languages: services.catalogues.languages)
        let name = account.current?.shortTitle ?? account.id
        var reply = request.page(frame("Correct this account: \(name)", request, page.body))
        reply.status = status
        return reply
    }

    private func askToWithdraw(_ request: Request) async throws -> Reply {
        try withdrawPage(try await find(request), request, isReasonMissing: false)
    }

    private func withdraw(_ request: Request) async throws -> Reply {
        let account = try await find(request)
        let reason = UploadForm.plain(request.form["reason"] ?? "", most: 500)
        do throws(WithdrawAccount.Refusal) {
            try await WithdrawAccount(account: account.id, reason: reason).run(in: store(request), at: services.clock())
        } catch {
            if error == .noReason { return try withdrawPage(account, request, isReasonMissing: true) }
            throw error == .notPublished ? Problem.notPublished : error as any Error
        }
        shelf.clear()
        return .redirect(to: AccountPath.one(account.id).url)
    }

    private func withdrawPage(_ account: KeptAccount, _ request: Request, isReasonMissing: Bool) throws -> Reply {
        guard account.withdrawal == nil, let current = account.current else { throw Problem.notPublished }
        let page = WithdrawPage(
            edition: current, tokenField: request.formTokenField, isReasonMissing: isReasonMissing)
        var reply = request.page(frame(page.pageTitle, request, page.body))
        reply.status = isReasonMissing ? 422 : 200
        return reply
    }

    private func correctable(_ request: Request) async throws -> KeptAccount {
        let account = try await find(request)
        if let withdrawal = account.withdrawal { throw Problem.withdrawn(reason: withdrawal.reason) }
        guard account.current != nil else { throw Problem.notFound }
        return account
    }

    private func find(_ request: Request) async throws -> KeptAccount {
        guard let id = request.parameters["id"], let account = try await store(request).find(id), account.isOwn else {
            throw Problem.notFound
        }
        return account
    }
}
