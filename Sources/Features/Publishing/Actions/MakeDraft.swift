import Accounts
package import CanonicalJSON
import Configuration
import Documents
package import FoundationEssentials
import HTML
package import Imports
package import Jobs
import Storage
import Valuation
package import Web
import Words
import Workbooks

/// Makes the draft of an account from an import, in all its forms. It runs as a job, and may run twice.
package struct MakeDraft: Sendable {
    package static let kind = "account"

    /// What the job is to do, as its payload says.
    package struct Order: Sendable, Equatable {
        package let importID: String
        package let language: String

        package init(importID: String, language: String) {
            self.importID = importID
            self.language = language
        }

        package var json: JSON { ["import": .string(importID), "language": .string(language)] }

        package init?(json: JSON) {
            guard let importID = json["import"]?.stringValue, let language = json["language"]?.stringValue else {
                return nil
            }
            self.init(importID: importID, language: language)
        }
    }

    /// Why no draft was made; the page of the job turns each into a sentence.
    package enum Failure: String, Sendable, CaseIterable {
        case noImport = "no-import"
        case notUnderstood = "not-understood"
        case withdrawn
        /// Another import is about to become the same edition.
        case otherDraft = "other-draft"
        case notWorkedOut = "not-worked-out"
        case worker
    }

    package let imports: ImportStore
    package let accounts: AccountStore
    let understood: UnderstoodImports
    let maker: AccountMaker
    let catalogues: Catalogues

    package init(
        _ services: Services, place: String, organisation: String, understood: UnderstoodImports, maker: AccountMaker
    ) {
        self.understood = understood
        imports = ImportStore(services.database, place: place, organisation: organisation)
        accounts = AccountStore(services.database, place: place, organisation: organisation)
        self.maker = maker
        catalogues = services.catalogues
    }

    /// - Parameters:
    ///   - name: the account's identifier where a new account is made.
    ///   - date: the account's date.
    /// - Throws: ``Jobs/JobFailure`` with a ``Failure``, and ``Storage/StorageError``.
    /// - Returns: which edition of which account was made.
    package func run(
        _ order: Order, name: String, date: Date, progress: JobProgress = JobProgress { _, _ in }
    ) async throws -> (account: String, number: Int) {
        await progress.report(5, "reading")
        guard let item = try await imports.find(order.importID) else { throw JobFailure(.noImport) }
        guard let (understanding, options) = try await understood(item, order.language) else {
            throw JobFailure(.notUnderstood)
        }
        let (id, number, reason) = try await target(order, name)
        let facts = AccountFacts(
            date: CivilDate(date), version: Version.current, workbookName: item.fileName,
            workbookDigest: item.digest, options: options, edition: number, correction: reason)
        let words = catalogues[order.language]
        await progress.report(20, "making")
        let (account, files) = try await files(understanding, facts, words)
        try Task.checkCancellation()
        await progress.report(90, "keeping")
        let edition = Edition(
            account: id, number: number, importID: item.id, language: words.language.code,
            title: files.title, provider: account.about.provider,
            commissioner: account.about.commissioner, service: account.about.service,
            period: account.about.period.map(words.text),
            finding: account.finding.map(words.text).joined(separator: " "),
            reason: reason, isMadeUp: item.isMadeUp, created: date)
        let forms = [
            ("body", files.body), ("html", files.html), ("pdf", files.pdf), ("xlsx", files.xlsx),
            ("json", files.json),
        ]
        let near = try await nearEditions(of: id, files.json)
        guard try await accounts.keep(edition, DraftSummary(account, near: near, in: words), forms) else {
            throw JobFailure(.noImport)
        }
        return (id, number)
    }

    /// What the import says, and the options under which anyone gets the same from the workbook alone: what was
    /// remembered from earlier files is written out as answers.
    private func understood(_ item: StoredImport, _ language: String) async throws(StorageError) -> (
        Understanding, [String]
    )? {
        let remembered = try await imports.remembered()
        guard let first = try await understood.result(of: item, in: imports, remembering: remembered) else {
            return nil
        }
        var item = item
        item.options.language = language
        for sheet in first.taken {
            for column in sheet.columns where column.basis == .remembered {
                item.options.takes.append(Take.text(sheet.name, column.column, column.meaning))
            }
        }
        let alone = try await understood.result(of: item, in: imports, remembering: RememberedMeanings())
        return alone?.understanding.map { ($0, item.options.given) }
    }

    /// Which edition of which account is to be made: the next one of the account that is corrected; the draft that was
    /// made of this import before; else a new account.
    private func target(
        _ order: Order, _ name: String
    ) async throws -> (account: String, number: Int, reason: String?) {
        if let correction = try await accounts.correction(of: order.importID) {
            guard let corrected = try await accounts.find(correction.account), corrected.isOwn,
                corrected.withdrawal == nil
            else { throw JobFailure(.withdrawn) }
            if let draft = corrected.draft, draft.importID != order.importID { throw JobFailure(.otherDraft) }
            let last = corrected.published.last?.number ?? 0
            return (correction.account, last + 1, last == 0 ? nil : correction.reason)
        }
        let drafts = try await accounts.made(of: order.importID).filter { $0.current == nil }
        if let draft = drafts.first?.draft { return (draft.account, draft.number, nil) }
        return (name, 1, nil)
    }

    /// The editions that stay readable beside the draft and, with it, would tell what single people answered.
    private func nearEditions(of id: String, _ draft: [UInt8]) async throws -> [NearEdition] {
        var near: [NearEdition] = []
        let draft = try JSON(parsing: draft)
        for edition in try await accounts.find(id)?.published ?? [] {
            guard let earlier = try await accounts.bytes(id, edition.number, AccountForm.json.rawValue) else {
                continue
            }
            if let edition = NearEdition(number: edition.number, of: draft, beside: try JSON(parsing: earlier.bytes)) {
                near.append(edition)
            }
        }
        return near
    }

    private func files(
        _ understanding: Understanding, _ facts: AccountFacts, _ words: Catalogue
    ) async throws -> (Account, AccountFiles) {
        do throws(AccountError) {
            return try await maker.make(understanding, facts, words)
        } catch {
            switch error {
            case .worker(.cancelled): throw CancellationError()
            case .worker: throw JobFailure(.worker, mayRetry: true)
            default: throw JobFailure(.notWorkedOut)
            }
        }
    }
}

extension JobFailure {
    init(_ failure: MakeDraft.Failure, mayRetry: Bool = false) {
        self.init(failure.rawValue, mayRetry: mayRetry)
    }
}
