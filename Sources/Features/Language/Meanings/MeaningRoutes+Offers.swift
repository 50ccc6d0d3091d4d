import HTML
package import Lookup
import Places
import Storage
import Vocabulary
import Web
import Words

extension MeaningRoutes {
    /// So many words are asked about on a page that is about something else.
    private static let mostAsked = 12

    /// Asks what words stand for on the pages of other features, where somebody names them.
    package var offers: WordOffers {
        WordOffers(
            ask: { named, request in try await questions(about: named, request) },
            keep: { service, request in try await keepAside(service: service, request) })
    }

    private func questions(about named: [NamedWords], _ request: Request) async throws -> HTML {
        guard request.reader.may(.addRecords), let organisation = request.reader.organisation else { return .nothing }
        var seen = Set(
            try await OwnWords(place: place.id).meanings(of: organisation.id, in: database).map {
                Key(kind: $0.kind, key: $0.key)
            })
        let open = named.filter { words in
            let key = Key(kind: OwnWord.Kind(words.kind), key: OwnWord.key(words.words))
            return !key.key.isEmpty && words.words.count <= OwnWord.longest && seen.insert(key).inserted
        }
        guard !open.isEmpty else { return .nothing }
        let suggestions = try suggestions(request)
        let known = try await suggestions.known(in: database)
        var lines: [MeaningLine] = []
        for words in open.prefix(Self.mostAsked) {
            var line = MeaningLine(words: words.words, kind: OwnWord.Kind(words.kind), language: words.language)
            line.choices = try await suggestions.choices(
                for: words.words, of: line.kind, knowing: known, isSure: true, in: database)
            if !line.choices.isEmpty { lines.append(line) }
        }
        return lines.isEmpty ? .nothing : MeaningQuestions(lines: lines).body
    }

    private func keepAside(service: String, _ request: Request) async throws -> HTML? {
        guard request.reader.may(.addRecords) else { return nil }
        let form = MeaningForm(aside: request.form, service: service)
        guard form.new != nil || !form.answers.isEmpty else { return nil }
        let left = try await SaveMeanings(
            place: place.id, organisation: try organisation(request).id, author: request.reader.person?.id,
            moment: services.clock()
        ).run(form, in: database)
        return left.isEmpty ? nil : MeaningsLeft(words: left.map(\.words)).body
    }

    private struct Key: Hashable {
        let kind: OwnWord.Kind
        let key: String
    }
}

extension OwnWord.Kind {
    fileprivate init(_ kind: NamedWords.Kind) {
        self =
            switch kind {
            case .outcome: .outcome
            case .service: .service
            }
    }
}
