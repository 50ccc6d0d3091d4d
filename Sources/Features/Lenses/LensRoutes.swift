import Accounts
import CanonicalJSON
import Configuration
import Documents
import HTML
import Imports
package import Lookup
package import Publishing
import Storage
import Vocabulary
package import Web
import Words

/// Published accounts in the words of a scheme: pages and files.
package struct LensRoutes: Sendable {
    private static let cookie = "io-words"
    private static let remembered = 31_536_000

    private let services: Services
    private let place: String
    private let frame: Frame
    let source: LensSource
    private let made: MadeReadings

    package init(
        _ services: Services, place: String, frame: @escaping Frame, source: LensSource, made: MadeReadings
    ) {
        self.services = services
        self.place = place
        self.frame = frame
        self.source = source
        self.made = made
    }

    package var routes: [Route] {
        [
            Route(.get, LensPath.choose.url, access: .anyone, handler: choose),
            Route(.get, LensPath.program.url, access: .anyone, operation: Self.listing, handler: list),
        ]
            + LensPath.Read.patterns.flatMap { read in
                [Route(.get, LensPath.one(read, lens: ":words").url, access: .anyone, handler: page)]
                    + AccountForm.allCases.map { form in
                        Route(.get, LensPath.file(read, lens: ":words", form).url, access: .anyone) {
                            try await file(form, $0)
                        }
                    }
            }
    }

    /// What the pages of accounts know of other words.
    package var otherWords: OtherWords {
        OtherWords(
            chosen: { request, account, number in
                chosen(request).map { LensPath.one(.init(account, number: number), lens: $0).url }
            },
            forget: cookie(""),
            offer: { account, number, language in
                LensChoices(
                    read: .init(account, number: number), choices: try await source.choices(language), current: nil
                ).body
            },
            figures: { account, edition, key, request in
                guard let chosen = try await chosen(key, request) else { return nil }
                return try await read(account, edition: edition, chosen, request).reading.figures(of: chosen.choice)
            })
    }

    /// How the pages of all features are read in the words that somebody chose.
    package var readIn: ReadIn {
        ReadIn(chosen: chosen) { named, key, request in
            try await source.names(of: named, key: key, language: request.catalogue.language.code)
        }
    }

    private func chosen(_ request: Request) -> String? {
        request.remembered(Self.cookie).flatMap { Self.isKey($0) ? $0 : nil }
    }

    private static func isKey(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    private func chosen(_ key: String, _ request: Request) async throws -> LensSource.Chosen? {
        try await source.chosen(key, request.catalogue.language.code)
    }

    private func page(_ request: Request) async throws -> Reply {
        guard let id = request.parameters["id"], let words = request.parameters["words"] else { throw Problem.notFound }
        let number = try number(request)
        let address = LensPath.Read(id, number: number)
        // A scheme that somebody chose long ago may be gone.
        guard let chosen = try await chosen(words, request) else { return .redirect(to: address.own) }
        let read = try await read(id, edition: number, chosen, request)
        let page = KeptReadingPage(
            reading: read.reading, account: read.account, edition: read.edition, read: address,
            lens: chosen.choice, choices: try await source.choices(request.catalogue.language.code))
        var reply = request.page(frame(page.title, request, page.body))
        if chosen.choice.isInUse { reply.cookies.append(cookie(chosen.choice.key)) }
        return reply
    }

    private func file(_ form: AccountForm, _ request: Request) async throws -> Reply {
        guard let id = request.parameters["id"], let words = request.parameters["words"],
            let chosen = try await chosen(words, request)
        else { throw Problem.notFound }
        let read = try await read(id, edition: try number(request), chosen, request)
        let reference = read.reading.account.reference
        // The account may be corrected while somebody holds this file: it leads to the edition that it is of.
        let page = AccountInWordsPage(
            reading: read.reading,
            original: "\(services.settings.address)\(AccountPath.edition(id, reference.edition).url)",
            isInUse: chosen.choice.isInUse)
        let catalogue = request.catalogue
        let key = [
            place, reference.account, reference.digest, reference.isDraft ? "draft" : "published", chosen.stamp,
            read.meanings, catalogue.language.code, form.rawValue,
        ].joined(separator: "\n")
        let style = String(decoding: services.assets.bytes("style.css") ?? [], as: UTF8.self)
        let worker = services.worker
        do {
            let bytes = try await made.file(key) {
                try await ReadingFile(page: page, words: catalogue, style: style).bytes(form, worker)
            }
            return .download(
                .bytes(bytes), name: "account-\(reference.account)-\(chosen.choice.key).\(form.rawValue)",
                contentType: form.contentType)
        } catch let problem as WorkerProblem {
            throw Problem(worker: problem)
        }
    }

    /// Asks in whose words somebody wants to read; once they chose, goes back to where they were.
    private func choose(_ request: Request) async throws -> Reply {
        guard let key = request.query["words"] else {
            let choices = try await source.choices(request.catalogue.language.code)
            let page = ChoosePage(
                choices: choices, current: choices.first { $0.key == chosen(request) }?.key ?? "",
                then: request.query["then"] ?? "/")
            return request.page(frame(page.title, request, page.body))
        }
        guard key.isEmpty || Self.isKey(key) else { throw Problem.notFound }
        if !key.isEmpty {
            guard try await chosen(key, request)?.choice.isInUse == true else { throw Problem.notFound }
        }
        var reply = Reply.redirect(to: request.query["then"] ?? "/")
        reply.cookies.append(cookie(key))
        return reply
    }

    /// The edition that is asked for by its number; nil for the current one.
    private func number(_ request: Request) throws(Problem) -> Int? {
        guard let text = request.parameters["number"] else { return nil }
        guard let number = Int(text), String(number) == text else { throw .notFound }
        return number
    }

    private struct Read {
        let account: KeptAccount
        let edition: Edition
        let reading: AccountInWords
        /// Differs whenever what its words stand for does.
        let meanings: String
    }

    /// An account through a scheme.
    ///
    /// - Parameter number: which edition; nil for the current one.
    private func read(
        _ id: String, edition number: Int?, _ chosen: LensSource.Chosen, _ request: Request
    ) async throws -> Read {
        let store = AccountStore(services, place, request)
        guard let account = try await store.find(id) else { throw Problem.notFound }
        if let withdrawal = account.withdrawal { throw Problem.withdrawn(reason: withdrawal.reason) }
        guard let edition = number.map(account.edition) ?? account.current ?? account.draft,
            let kept = try await store.bytes(id, edition.number, AccountForm.json.rawValue),
            let sealed = SealedAccount(
                try JSON(parsing: kept.bytes),
                reference: SealedAccount.Reference(
                    account: id, edition: edition.number, digest: kept.digest, isDraft: edition.state == .draft))
        else { throw Problem.notFound }
        let meanings = try await source.meanings(id)
        let through = LensReading(sealed.outcomes, through: chosen.lens) { meanings.concepts($0.words) }
        let concepts = try await chosen.concepts(AccountInWords.named(in: through, by: chosen.lens))
        let reading = AccountInWords(
            sealed, through, through: chosen.lens, called: chosen.choice.title,
            concepts: Dictionary(concepts.map { ($0.id, $0) }) { first, _ in first },
            language: request.catalogue.language.code)
        return Read(account: account, edition: edition, reading: reading, meanings: meanings.stamp)
    }

    private func cookie(_ key: String) -> SetCookie {
        SetCookie(
            name: Self.cookie, value: key, isSecure: services.settings.address.isSecure,
            maxAge: key.isEmpty ? 0 : Self.remembered)
    }
}
