import Configuration
import Crypto
import HTML
import Places
import Storage
import Web
import Words

/// The pages and files of accounts for those who read them.
struct ReadAccounts: Sendable {
    let services: Services
    let place: String
    let shelf: AccountShelf
    let frame: Frame
    /// Where the workbook of an example can be had.
    let sourceAddress: @Sendable (Edition) -> String?
    let wordsNote: WordsNote
    let words: OtherWords

    var routes: [Route] {
        [
            Route(.get, AccountPath.one(":id").url, access: .anyone, immediate: ready, handler: current),
            Route(.get, AccountPath.editionPattern, access: .anyone, immediate: ready, handler: edition),
            Route(.get, AccountPath.editionFilePattern, access: .anyone, handler: editionFile),
        ]
            + AccountForm.allCases.map { form in
                Route(.get, AccountPath.file(":id", form).url, access: .anyone) { try await currentFile(form, $0) }
            }
    }

    /// A published page that is in memory, for those who see nothing else anyway.
    private func ready(_ request: Request) -> Reply? {
        guard request.reader == .stranger, request.query["language"] == nil, request.query["words"] == nil,
            inOtherWords(request) == nil
        else { return nil }
        return shelf.page(key(request))
    }

    private func key(_ request: Request) -> AccountShelf.Key {
        AccountShelf.Key(place: place, path: request.path, language: request.catalogue.language.code)
    }

    /// Where a reader goes who chose other words before and doesn't ask for the provider's own now.
    private func inOtherWords(_ request: Request) -> String? {
        guard request.query["words"] == nil, let id = request.parameters["id"] else { return nil }
        return words.chosen(request, id, request.parameters["number"].flatMap(Int.init))
    }

    private func current(_ request: Request) async throws -> Reply {
        if let address = inOtherWords(request) { return .redirect(to: address) }
        let round = shelf.round
        let account = try await find(request)
        if let withdrawal = account.withdrawal { return withdrawnPage(account, withdrawal, request) }
        if let current = account.current { return try await page(account, current, request, round) }
        guard let draft = account.draft else { throw Problem.notFound }
        return try await page(account, draft, request, round)
    }

    private func edition(_ request: Request) async throws -> Reply {
        let round = shelf.round
        let (account, edition) = try await findEdition(request)
        if edition.state == .published, let address = inOtherWords(request) { return .redirect(to: address) }
        return try await page(account, edition, request, round)
    }

    private func note(_ account: String, _ number: Int, _ request: Request) async throws -> HTML {
        let store = store(request)
        return try await wordsNote(try await store.outcomes(of: account, number, in: store.database), request)
    }

    private func page(
        _ account: KeptAccount, _ edition: Edition, _ request: Request, _ round: Int
    ) async throws -> Reply {
        guard let body = try await store(request).bytes(account.id, edition.number, "body") else {
            throw Problem.notFound
        }
        let number = request.parameters["number"] == nil ? nil : edition.number
        let page = KeptAccountPage(
            account: account, edition: edition, markup: String(decoding: body.bytes, as: UTF8.self),
            mayPublish: account.isOwn && request.reader.may(.publish), language: request.catalogue.language,
            languageName: services.catalogues[edition.language].language.name,
            sourceAddress: edition.isMadeUp ? sourceAddress(edition) : nil,
            isByNumber: number != nil,
            wordsNote: account.isOwn ? try await note(account.id, edition.number, request) : .nothing,
            otherWords: try await words.offer(account.id, number, request.catalogue.language.code))
        var reply = request.page(frame(page.title, request, page.body))
        if request.query["words"] == "own" {
            reply.cookies.append(words.forget)
            return reply
        }
        guard edition.state == .published, request.reader == .stranger, case .bytes(let bytes) = reply.body else {
            return reply
        }
        reply.body = .shared(SharedBytes(bytes))
        reply.caching = .revalidated(tag: String(hex(sha256(bytes)).prefix(32)))
        if request.query["language"] == nil { shelf.put(reply, bytes.count, at: key(request), round: round) }
        return reply
    }

    private func withdrawnPage(
        _ account: KeptAccount, _ withdrawal: KeptAccount.Withdrawal, _ request: Request
    ) -> Reply {
        let page = WithdrawnPage(account: account, withdrawal: withdrawal)
        var reply = request.page(frame(page.title, request, page.body))
        reply.status = 410
        return reply
    }

    private func currentFile(_ form: AccountForm, _ request: Request) async throws -> Reply {
        let account = try await find(request)
        if let withdrawal = account.withdrawal { throw Problem.withdrawn(reason: withdrawal.reason) }
        guard let edition = account.current ?? account.draft else { throw Problem.notFound }
        return try await file(edition, form, request)
    }

    private func editionFile(_ request: Request) async throws -> Reply {
        let (_, edition) = try await findEdition(request)
        guard let form = AccountForm.allCases.first(where: { $0.fileName == request.parameters["file"] }) else {
            throw Problem.notFound
        }
        return try await file(edition, form, request)
    }

    private func file(_ edition: Edition, _ form: AccountForm, _ request: Request) async throws -> Reply {
        guard let kept = try await store(request).bytes(edition.account, edition.number, form.rawValue) else {
            throw Problem.notFound
        }
        let name = "account-\(edition.account)-\(edition.number).\(form.rawValue)"
        var reply = Reply.download(.bytes(kept.bytes), name: name, contentType: form.contentType)
        if edition.state == .published { reply.caching = .revalidated(tag: String(kept.digest.prefix(32))) }
        return reply
    }

    private func findEdition(_ request: Request) async throws -> (KeptAccount, Edition) {
        let account = try await find(request)
        if let withdrawal = account.withdrawal { throw Problem.withdrawn(reason: withdrawal.reason) }
        guard let number = request.parameters["number"].flatMap(Int.init), let edition = account.edition(number)
        else { throw Problem.notFound }
        return (account, edition)
    }

    private func find(_ request: Request) async throws -> KeptAccount {
        guard let id = request.parameters["id"], let account = try await store(request).find(id) else {
            throw Problem.notFound
        }
        return account
    }

    /// What this reader may see: drafts are in no answer to anybody else.
    private func store(_ request: Request) -> AccountStore { AccountStore(services, place, request) }
}
