import FoundationEssentials
import Storage
import Web

/// Keeps what somebody chose for the words of their organisation, all in one.
struct SaveMeanings: Sendable {
    let place: String
    let organisation: String
    let author: String?
    let moment: Date

    /// - Returns: the answers that say too little to be kept: something was typed that is no concept's label, words were typed
    ///   for the first time, somebody else chose meanwhile, or a concept can't be chosen any more.
    func run(_ form: MeaningForm, in database: any Database) async throws -> [MeaningForm.Answer] {
        try await database.transaction { transaction in
            var left: [MeaningForm.Answer] = []
            for answer in form.answers where try await !keep(answer, in: transaction) { left.append(answer) }
            if let new = form.new {
                if new.chosen == nil {
                    left.append(new)
                } else if try await !keep(new, in: transaction) {
                    left.append(new)
                }
            }
            return left
        }
    }

    private func keep(_ answer: MeaningForm.Answer, in transaction: any Transaction) async throws -> Bool {
        let concepts = ConceptStore(place: place)
        var chosen = answer.chosen
        if !answer.typed.isEmpty {
            let called = try await concepts.called(answer.typed, in: transaction)
            guard let only = called.first, called.count == 1 else { return false }
            chosen = only.number
        }
        // What was not changed is left alone: somebody else may have changed it meanwhile.
        guard chosen != answer.was else { return true }
        let own = OwnWords(place: place)
        let now = try await own.current(answer.words, answer.kind, of: organisation, in: transaction)
        // Nobody's choice is overwritten unseen.
        guard answer.isNew || now == answer.was || now == chosen else { return false }
        if let chosen {
            guard try await concepts.obstacle(to: chosen, in: transaction) == nil else { return false }
        }
        return try await own.set(
            answer.words, answer.kind, to: chosen, organisation: organisation, by: author, at: moment, in: transaction)
    }
}
