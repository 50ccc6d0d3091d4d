import FoundationEssentials
import HTML
import Lookup
import Places
import Storage
import Vocabulary
import Web
package import Words

extension LanguageRoutes {
    func showConcept(_ request: Request) async throws -> Reply {
        let page = try await conceptPage(try number(request), request)
        return self.page(page.title, page.body, request)
    }

    func comment(_ request: Request) async throws -> Reply {
        let number = try number(request)
        guard let person = request.reader.person else { throw Problem.signInFirst }
        guard try await store.concept(number, in: database) != nil else { throw Problem.notFound }
        let text = request.form.text("text", most: ChangeConcept.longestText)
        guard !text.isEmpty else { return .redirect(to: LanguagePath.concept(number).url) }
        let isSaid = try await database.transaction { transaction in
            try await talk.say(
                text, about: number, by: person.id, of: person.organisation?.id, at: services.clock(), in: transaction)
        }
        guard isSaid else { throw Problem.languageFull }
        return .redirect(to: LanguagePath.concept(number).url)
    }

    func proposeWord(_ request: Request) async throws -> Reply {
        let number = try number(request)
        guard let person = request.reader.person else { throw Problem.signInFirst }
        guard try await store.concept(number, in: database) != nil else { throw Problem.notFound }
        let words = request.form.text("words", most: ChangeConcept.longestLabel)
        guard !words.isEmpty else { return .redirect(to: LanguagePath.concept(number).url) }
        let word = Text(words, in: LanguageField.chosen(request.form["language"]))
        let isKept = try await database.transaction { transaction in
            try await talk.propose(word, for: number, by: person.id, at: services.clock(), in: transaction)
        }
        guard isKept else { throw Problem.languageFull }
        return .redirect(to: LanguagePath.concept(number).url)
    }

    func answerWord(_ request: Request) async throws -> Reply {
        let number = try number(request)
        guard let word = Int(request.form.text("word", most: 10)) else { throw Problem.notFound }
        let isTaken = request.form["answer"] == "taken"
        return try await afterChange(of: number, request) { change throws(LanguageRefusal) in
            try await change.answer(word, of: number, taking: isTaken)
        }
    }

    /// Does something with a concept and leads back to it, or says why it can't be done.
    func afterChange(
        of number: Int, _ request: Request, _ work: (ChangeConcept) async throws(LanguageRefusal) -> Void
    ) async throws -> Reply {
        do throws(LanguageRefusal) {
            try await work(change(request))
            return .redirect(to: LanguagePath.concept(number).url)
        } catch {
            switch error {
            case .storage(let problem): throw problem
            case .notThere: throw Problem.notFound
            default: throw Problem.language(error)
            }
        }
    }
}

extension Problem {
    /// Something that a facilitator or a member asked for can't be done with a concept.
    static func language(_ refusal: LanguageRefusal) -> Problem {
        Problem(
            status: 409, code: "LANG-001", title: "This can’t be done", detail: refusal.sentence,
            next: "Go back, look at the concept as it is now, and try again.")
    }

    static var languageFull: Problem {
        Problem(
            status: 409, code: "LANG-002", title: "This is full",
            detail: "So much has been said about this concept already that no more is taken.",
            next: "Speak with a facilitator.")
    }
}

extension LanguageRefusal {
    package var sentence: Phrase {
        switch self {
        case .notThere: "This concept isn’t here."
        case .changed: "Somebody has changed it since you saw it."
        case .empty: "Something is missing: a label, a reason, or which concepts are meant."
        case .labelTaken(let label): "“\(label)” is a label of it already."
        case .unsound(let problem): problem.sentence
        case .doesNotHold(let label):
            "“\(label)” can’t be chosen: it is only proposed, or no longer in use. Choose another one."
        case .outOfUse(let label):
            "“\(label)” can’t be chosen: its list is out of use. Choose another one."
        case .listOutOfUse: "This list is out of use. Choose another one."
        case .tooManyLists: LoadThesaurus.tooManyLists
        case .otherScheme: "The two are of different schemes. Those are mapped to each other, and not merged."
        case .sameConcept: "It is the same concept."
        case .nobodyCalled(let text):
            "There is no concept called “\(text)”. Give one of its labels whole, or its number."
        case .severalCalled(let text, let places):
            "More than one concept is called “\(text)”. Give the number of the one that you mean: \(places)."
        case .sameScheme: "Both are of the same list. Only concepts of different lists are mapped."
        case .cannotUndo: "It can’t be undone, because something was built on it since."
        case .storage: "It could not be kept."
        }
    }
}
