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
        let others = await named(request.form.text("others", most: 2_000))
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            guard let others, !others.isEmpty else { throw .notThere }
            try await change.replace(order.number, by: others, seen: order.version, reason: order.reason)
        }
    }

    func merge(_ request: Request) async throws -> Reply {
        let order = try order(request)
        let others = await named(request.form.text("other", most: 300))
        return try await afterChange(of: order.number, request) { change throws(LanguageRefusal) in
            guard let other = others?.first else { throw .notThere }
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
        let schemes = try await store.schemes(in: database).filter(\.isInUse)
        let page = ProposePage(
            schemes: schemes, language: request.catalogue.language.code, tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    func propose(_ request: Request) async throws -> Reply {
        let form = request.form
        let language = LanguageField.chosen(form["language"])
        var page = ProposePage(
            schemes: try await store.schemes(in: database).filter(\.isInUse), language: language,
            tokenField: request.formTokenField)
        page.label = form.text("label", most: ChangeConcept.longestLabel)
        page.meaning = form.text("meaning", most: ChangeConcept.longestText)
        page.wider = form.text("wider", most: 300)
        let scheme = Int(form.text("scheme", most: 10)) ?? page.schemes.first?.number ?? 0
        let wider = await named(page.wider)
        if page.label.isEmpty { page.faults.add("Say what it is called.", at: "label") }
        if wider == nil {
            page.faults.add("There is no concept of this name. Give its whole label or its number.", at: "wider")
        }
        guard page.faults.isEmpty else { return self.page(page.title, page.body, request, status: 422) }
        do throws(LanguageRefusal) {
            let number = try await change(request).propose(
                Text(page.label, in: language), meaning: page.meaning.isEmpty ? nil : Text(page.meaning, in: language),
                under: wider?.first, in: scheme, reason: "")
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

    /// The numbers of concepts that a person names, a line each: by number or by preferred label. Nil where one isn't here.
    private func named(_ text: String) async -> [Int]? {
        var found: [Int] = []
        for line in lines(text) {
            guard let number = try? await store.number(called: line, in: database) else { return nil }
            found.append(number)
        }
        return found
    }

    private func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            let cut = line.drop { $0.isWhitespace }
            return String(
                cut.prefix(
                    cut.lastIndex { !$0.isWhitespace }.map { cut.distance(from: cut.startIndex, to: $0) + 1 } ?? 0))
        }.filter { !$0.isEmpty }
    }
}
