import Places
import Storage
import Vocabulary
import Web
import Words

/// What an organisation says, with what it means by it, as far as the reader may see.
struct OwnLines: Sendable {
    let place: String
    let accounts: AccountWords
    let organisation: SignedIn.Organisation

    /// All of them: those of accounts first, then those that are in none.
    func all(_ request: Request, in store: any Reading) async throws -> [MeaningLine] {
        let meanings = try await OwnWords(place: place).meanings(of: organisation.id, in: store)
        var chosen: [Key: OwnWord] = [:]
        for word in meanings { chosen[Key(word)] = word }
        var lines: [MeaningLine] = []
        var seen: Set<Key> = []
        for outcome in try await accounts.own(request) {
            let key = Key(kind: .outcome, key: OwnWord.key(outcome.words))
            guard !key.key.isEmpty, outcome.words.count <= OwnWord.longest, seen.insert(key).inserted else { continue }
            lines.append(
                MeaningLine(
                    words: outcome.words, kind: .outcome, language: outcome.language,
                    account: MeaningLine.Account(title: outcome.title, isPublished: outcome.isPublished),
                    chosen: chosen[key]?.concept))
        }
        // Whoever is let in to one programme sees no outcome that only other programmes name.
        for word in meanings where !seen.contains(Key(word)) {
            guard organisation.programme == nil || word.kind == .service else { continue }
            lines.append(MeaningLine(words: word.words, kind: word.kind, chosen: word.concept))
        }
        return try await withMeanings(lines, request.catalogue.language.code, in: store)
    }

    /// A line for words as they are typed for the first time, or known.
    func line(
        _ words: String, _ kind: OwnWord.Kind, _ request: Request, in store: any Reading
    ) async throws -> MeaningLine {
        let key = Key(kind: kind, key: OwnWord.key(words))
        let known = try await all(request, in: store).first { $0.kind == key.kind && $0.key == key.key }
        return known ?? MeaningLine(words: words, kind: kind)
    }

    private func withMeanings(
        _ lines: [MeaningLine], _ language: String, in store: any Reading
    ) async throws -> [MeaningLine] {
        let today = try await OwnWords(place: place).today(of: lines.compactMap(\.chosen), in: store)
        return lines.map { line in
            guard let kept = line.chosen.flatMap({ today[$0] }) else { return line }
            var line = line
            line.meaning = MeaningChoice(kept, language: language)
            line.isSplit = kept.status == .superseded && kept.successors.count > 1
            return line
        }
    }

    private struct Key: Hashable {
        let kind: OwnWord.Kind
        let key: String

        init(kind: OwnWord.Kind, key: String) {
            self.kind = kind
            self.key = key
        }

        init(_ word: OwnWord) { self.init(kind: word.kind, key: word.key) }
    }
}
