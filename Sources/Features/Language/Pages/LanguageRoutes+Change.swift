import HTML
import Places
import Storage
import Vocabulary
import Web
import Words

extension LanguageRoutes {
    func askToChange(_ request: Request) async throws -> Reply {
        guard let kept = try await store.concept(try number(request), in: database) else { throw Problem.notFound }
        let page = ChangePage(
            kept: kept, language: request.catalogue.language.code,
            languageName: request.catalogue.language.name, tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    func edit(_ request: Request) async throws -> Reply {
        let order = try order(request)
        let words = ConceptWords(
            language: LanguageField.chosen(request.form["edit-language"]),
            label: request.form.text("edit-label", most: ChangeConcept.longestLabel),
            others: lines(request.form.text("edit-others", most: 10_000)).prefix(100)
                .map { String($0.prefix(ChangeConcept.longestLabel)) },
            meaning: request.form.text("edit-meaning", most: ChangeConcept.longestText))
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            try await change.edit(order.number, words, seen: order.version, reason: order.reason)
        }
    }

    func adopt(_ request: Request) async throws -> Reply {
        let order = try order(request)
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            try await change.adopt(order.number, seen: order.version, reason: order.reason)
        }
    }

    func retire(_ request: Request) async throws -> Reply {
        let order = try order(request)
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            try await change.retire(order.number, seen: order.version, reason: order.reason)
        }
    }

    func replace(_ request: Request) async throws -> Reply {
        let order = try order(request)
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            let others = try await named(request.form.text("others", most: 2_000), near: order.number, request)
            guard !others.isEmpty else { throw .empty }
            try await change.replace(order.number, by: others, seen: order.version, reason: order.reason)
        }
    }

    func merge(_ request: Request) async throws -> Reply {
        let order = try order(request)
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            let others = try await named(request.form.text("other", most: 300), near: order.number, request)
            guard let other = others.first else { throw .empty }
            try await change.merge(order.number, into: other, seen: order.version, reason: order.reason)
        }
    }

    func split(_ request: Request) async throws -> Reply {
        let order = try order(request)
        let language = LanguageField.chosen(request.form["language"])
        let labels = lines(request.form.text("labels", most: 2_000)).map { Text($0, in: language) }
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            _ = try await change.split(order.number, into: labels, seen: order.version, reason: order.reason)
        }
    }

    func undo(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        let number = Int(request.form.text("concept", most: 10)) ?? 0
        return try await afterChange(of: number, request) { change throws(LanguageRefusal) in
            try await change.undo(id)
        }
    }

    func askToPropose(_ request: Request) async throws -> Reply {
        let page = ProposePage(
            schemes: try await listsToProposeIn(request), language: request.catalogue.language.code,
            tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    private func listsToProposeIn(_ request: Request) async throws(StorageError) -> [KeptScheme] {
        try await store.schemes(in: database).filter { $0.isInUse && mayPropose(in: $0, request) }
    }

    /// A list of another organisation isn't added to: it is theirs.
    private func mayPropose(in scheme: KeptScheme, _ request: Request) -> Bool {
        scheme.organisation == nil || scheme.organisation == request.reader.organisation?.id
            || request.reader.may(.keepLanguage)
    }

    func propose(_ request: Request) async throws -> Reply {
        let form = request.form
        let language = LanguageField.chosen(form["language"])
        var page = ProposePage(
            schemes: try await listsToProposeIn(request), language: language,
            tokenField: request.formTokenField)
        page.label = form.text("label", most: ChangeConcept.longestLabel)
        page.meaning = form.text("meaning", most: ChangeConcept.longestText)
        page.wider = form.text("wider", most: 300)
        let scheme = Int(form.text("scheme", most: 10)) ?? page.schemes.first?.number ?? 0
        let list = try await store.scheme(scheme, in: database)
        if let list, !mayPropose(in: list, request) { throw Problem.notAllowed }
        var wider: Int?
        do throws(LanguageRefusal) {
            wider = try await named(page.wider, of: scheme, request).first
        } catch {
            if case .storage(let problem) = error { throw problem }
            page.faults.add(error.sentence, at: "wider")
        }
        if page.label.isEmpty { page.faults.add("Say what it is called.", at: "label") }
        guard page.faults.isEmpty else { return self.page(page.title, page.body, request, status: 422) }
        do throws(LanguageRefusal) {
            let number = try await change(request).propose(
                Text(page.label, in: language), meaning: page.meaning.isEmpty ? nil : Text(page.meaning, in: language),
                under: wider, in: scheme, reason: "")
            return .redirect(to: LanguagePath.concept(number).url)
        } catch {
            if case .storage(let problem) = error { throw problem }
            page.faults.add(error.sentence, at: "label")
            return self.page(page.title, page.body, request, status: 422)
        }
    }

    private struct Order {
        let number: Int
        /// The version that the person saw.
        let version: Int
        let reason: String
    }

    private func order(_ request: Request) throws(Problem) -> Order {
        Order(
            number: try number(request), version: Int(request.form.text("version", most: 10)) ?? 0,
            reason: request.form.text("reason", most: ChangeConcept.longestText))
    }
}
