import HTML
import Web
import Words

extension LanguageRoutes {
    /// A list that the reader may keep.
    private func kept(_ request: Request) async throws -> KeptScheme {
        guard let scheme = try await store.scheme(try number(request), in: database) else { throw Problem.notFound }
        guard mayKeep(scheme, request) else { throw Problem.notAllowed }
        return scheme
    }

    func retireList(_ request: Request) async throws -> Reply {
        let scheme = try await kept(request)
        let reason = request.form.text("reason", most: ChangeConcept.longestText)
        guard !reason.isEmpty else {
            return try await schemePage(request, faults: ["reason": "Say why in a few words."])
        }
        return try await afterChange(ofList: scheme.number, request) { change throws(LanguageRefusal) in
            try await change.retireList(scheme.number, reason: reason)
        }
    }

    func restoreList(_ request: Request) async throws -> Reply {
        let scheme = try await kept(request)
        return try await afterChange(ofList: scheme.number, request) { change throws(LanguageRefusal) in
            try await change.restoreList(scheme.number)
        }
    }

    private func afterChange(
        ofList number: Int, _ request: Request, _ work: (ChangeConcept) async throws(LanguageRefusal) -> Void
    ) async throws -> Reply {
        do throws(LanguageRefusal) {
            try await work(change(request))
        } catch {
            // Somebody else was quicker: the page says how it stands now.
            guard error == .changed else {
                if case .storage(let problem) = error { throw problem }
                throw Problem.language(error)
            }
        }
        changed()
        return .redirect(to: LanguagePath.scheme(number).url)
    }
}
