package import FoundationEssentials
package import Storage
package import Vocabulary

extension ChangeConcept {
    /// In characters.
    package static let longestLabel = 200
    package static let longestText = 2_000

    /// Proposes a concept; it holds once somebody has adopted it.
    ///
    /// - Returns: its number.
    package func propose(
        _ label: Text, meaning: Text?, under wider: Int?, in scheme: Int, reason: String
    ) async throws(LanguageRefusal) -> Int {
        guard !label.words.isEmpty else { throw .empty }
        return try await act(.propose, about: label.words) { act, transaction in
            let kept = try await store.usableList(scheme, in: transaction)
            // Under one that doesn't hold nobody would come upon it.
            let above: KeptConcept? =
                if let wider { try await store.usable(wider, in: transaction) } else { nil }
            if let above, above.scheme != scheme { throw LanguageRefusal.otherScheme }
            let concept = Concept(
                id: newID(in: kept.scheme.id), scheme: kept.scheme.id, labels: [Label(.preferred, label)],
                notes: meaning.map { [Note(.definition, $0)] } ?? [], broader: above.map { [$0.concept.id] } ?? [],
                isTop: above == nil)
            return try await store.add(
                [NextVersion(concept, .proposed, reason: reason)], to: scheme, by: act, in: transaction)[0]
        }
    }

    /// Takes up a word that somebody proposed, or says no to it.
    package func answer(_ word: Int, of number: Int, taking isTaken: Bool) async throws(LanguageRefusal) {
        try await act(.word, about: "\(number) \(word)") { act, transaction in
            let kept = try await find(number, in: transaction)
            let words = try await ConceptTalk(place: place).words(of: number, in: transaction)
            guard let proposed = words.first(where: { $0.number == word && $0.answer == nil }) else {
                throw LanguageRefusal.changed
            }
            try await ConceptTalk(place: place).answer(
                word, of: number, isTaken ? .taken : .declined, in: transaction)
            guard isTaken else { return }
            // A word of what holds no more would stand where nobody looks for it.
            guard kept.holds else { throw LanguageRefusal.doesNotHold(kept.label(for: "en").words) }
            var concept = kept.concept
            guard !concept.labels.contains(where: { $0.text == proposed.text }) else {
                throw LanguageRefusal.labelTaken(proposed.text.words)
            }
            concept.labels.append(Label(.alternative, proposed.text))
            try await store.write([(kept, NextVersion(kept, saying: concept))], by: act, in: transaction)
        }
    }
}

extension ChangeConcept {
    /// A proposed word whose answer is undone waits for another one.
    func reopenWord(answeredBy act: String, in transaction: any Transaction) async throws(StorageError) {
        let numbers = try await store.about(act, in: transaction).split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return }
        try await ConceptTalk(place: place).answer(numbers[1], of: numbers[0], nil, in: transaction)
    }
}

/// What people say about a concept: comments, and words that they use for it.
package struct ConceptTalk: Sendable {
    package struct Comment: Sendable, Equatable {
        package let text: String
        /// Of whoever wrote it; nil where they are no longer here.
        package let name: String?
        package let created: Date
    }

    package struct Word: Sendable, Equatable {
        package enum Answer: String, Sendable { case taken, declined }

        package let number: Int
        package let text: Text
        package let name: String?
        package let answer: Answer?
    }

    /// So many may stand at one concept.
    package static let most = 500

    let place: String

    package init(place: String) {
        self.place = place
    }

    /// False where there are too many.
    package func say(
        _ text: String, about number: Int, by author: String, of organisation: String?, at now: Date,
        in store: any Writing
    ) async throws(StorageError) -> Bool {
        let count = try await count("concept_comment", number, in: store)
        guard count < Self.most else { return false }
        try await store.execute(
            """
            INSERT INTO concept_comment (place, concept, number, said, author, organisation, created)
            VALUES (\(place), \(number), \(count + 1), \(text), \(author), \(organisation), \(now))
            """)
        return true
    }

    /// False where there are too many.
    package func propose(
        _ word: Text, for number: Int, by author: String, at now: Date, in store: any Writing
    ) async throws(StorageError) -> Bool {
        let count = try await count("proposed_word", number, in: store)
        guard count < Self.most else { return false }
        try await store.execute(
            """
            INSERT INTO proposed_word (place, concept, number, words, language, author, created)
            VALUES (\(place), \(number), \(count + 1), \(word.words), \(word.language ?? ""), \(author), \(now))
            """)
        return true
    }

    package func comments(of number: Int, in store: any Reading) async throws(StorageError) -> [Comment] {
        try await store.rows(
            """
            SELECT concept_comment.said, person.name, concept_comment.created FROM concept_comment
            LEFT JOIN person ON person.place = concept_comment.place AND person.id = concept_comment.author
            WHERE concept_comment.place = \(place) AND concept_comment.concept = \(number)
            ORDER BY concept_comment.number
            """
        ) { row in
            Comment(text: try row.column(0), name: try row.column(1), created: try row.column(2))
        }
    }

    package func words(of number: Int, in store: any Reading) async throws(StorageError) -> [Word] {
        try await store.rows(
            """
            SELECT proposed_word.number, proposed_word.words, proposed_word.language, person.name, proposed_word.answer
            FROM proposed_word
            LEFT JOIN person ON person.place = proposed_word.place AND person.id = proposed_word.author
            WHERE proposed_word.place = \(place) AND proposed_word.concept = \(number)
            ORDER BY proposed_word.number
            """
        ) { row in
            let language: String = try row.column(2)
            let answer: String? = try row.column(4)
            return Word(
                number: try row.column(0), text: Text(try row.column(1), in: language.isEmpty ? nil : language),
                name: try row.column(3), answer: answer.flatMap(Word.Answer.init))
        }
    }

    func answer(
        _ word: Int, of number: Int, _ answer: Word.Answer?, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            UPDATE proposed_word SET answer = \(answer?.rawValue)
            WHERE place = \(place) AND concept = \(number) AND number = \(word)
            """)
    }

    private func count(_ table: SQL, _ number: Int, in store: any Reading) async throws(StorageError) -> Int {
        try await store.first("SELECT count(*) FROM \(table) WHERE place = \(place) AND concept = \(number)") {
            try $0.column(0)
        } ?? 0
    }
}
