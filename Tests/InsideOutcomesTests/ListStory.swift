import Peers
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// A list whose file and whose concepts are changed by dice, and what must have become of both after each load.
struct ListStory {
    static let size = 7
    static let others = ["e:x0", "e:x1"]

    let ground: LanguageGround
    var dice: SplitMix
    private(set) var edits = 0
    private var file: [Concept] = []
    /// What the last load said, by name.
    private var last: [String: Concept] = [:]
    /// Whom people retired, and whom they adopted though the file no longer has it.
    private var retiredHere: Set<String> = []
    /// What the last file had no more.
    private var leftOut: Set<String> = []
    private var loads = 0
    private var words = 0

    init(seed: UInt64) async throws {
        ground = try await LanguageGround()
        dice = SplitMix(seed: seed)
        let there = Self.others.map {
            Concept(id: $0, scheme: "e:o", labels: [Label(.preferred, Text($0, in: "en"))], isTop: true)
        }
        _ = try await ground.load(there, as: "others", scheme: Scheme(id: "e:o", titles: [Text("Other", in: "en")]))
        file = (0..<Self.size).map { number in
            Concept(
                id: "e:\(number)", scheme: "e:s", labels: [Label(.preferred, Text("f\(number)", in: "en"))],
                broader: number == 0 ? [] : ["e:\((number - 1) / 2)"], isTop: number == 0)
        }
        try await load()
    }

    private func isSound(_ concepts: [Concept]) -> Bool {
        Thesaurus(concepts: concepts).problems { _ in true }.allSatisfy(\.condition.isWarning)
    }

    private func expectedStatus(of was: KeptConcept, isNow: Bool) -> KeptConcept.Status {
        let id = was.concept.id
        if isNow, leftOut.contains(id), was.status == .retired, !retiredHere.contains(id) { return .adopted }
        if !isNow, !leftOut.contains(id), was.status == .adopted { return .retired }
        return was.status
    }

    private func expected(_ new: Concept, _ ours: Concept, _ old: Concept?, _ words: (Concept) -> Set<String>) -> Set<
        String
    > {
        let (said, before) = (words(new), old.map(words) ?? [])
        return words(ours).subtracting(before.subtracting(said)).union(said.subtracting(before))
    }

    private mutating func word(_ by: String) -> String {
        words += 1
        return "\(by)\(words)"
    }

    private mutating func anyone() -> Int { Int.random(in: 0..<Self.size, using: &dice) }

    private func kept() async throws -> [String: KeptConcept] {
        var all: [String: KeptConcept] = [:]
        for number in 0..<Self.size {
            let id = "e:\(number)"
            all[id] = try await ground.store.concept(named: id, in: ground.database)
        }
        return all
    }
}

extension ListStory {
    /// The publisher's next edition.
    mutating func changeFile() {
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let number = anyone()
            let id = "e:\(number)"
            guard let index = file.firstIndex(where: { $0.id == id }) else {
                file.append(last[id] ?? named(id))
                continue
            }
            switch Int.random(in: 0...5, using: &dice) {
            case 0: file[index].labels.append(Label(.alternative, Text(word("f"), in: "en")))
            case 1 where file[index].labels.count > 1: file[index].labels.removeLast()
            case 2: file[index].labels[0] = Label(.preferred, Text(word("f"), in: "en"))
            case 3:
                let target = Self.others[number % 2]
                let had = file[index].mappings.contains { $0.target == target }
                file[index].mappings = had ? [] : [Mapping(Bool.random(using: &dice) ? .broad : .exact, target)]
            case 4 where number > 0:
                let moved = file
                file[index].broader = ["e:\(anyone())"]
                if !isSound(file) { file = moved }
            case 5 where number > Self.size / 2: file.remove(at: index)
            default: break
            }
        }
        let there = Set(file.map(\.id))
        for index in file.indices { file[index].broader.removeAll { !there.contains($0) } }
        if !isSound(file) { for index in file.indices { file[index].mappings = [] } }
    }

    private mutating func named(_ id: String) -> Concept {
        Concept(id: id, scheme: "e:s", labels: [Label(.preferred, Text(word("f"), in: "en"))], broader: ["e:0"])
    }

    /// Something that a facilitator does.
    mutating func edit() async throws {
        let id = "e:\(anyone())"
        guard let kept = try await ground.store.concept(named: id, in: ground.database) else { return }
        var own = ConceptWords(kept.concept, in: "en")
        let change = ground.change
        switch (Int.random(in: 0...5, using: &dice), kept.status) {
        case (0, _):
            own = ConceptWords(language: "en", label: own.label, others: own.others + [word("p")], meaning: "")
            try await change.edit(kept.number, own, seen: kept.version, reason: "")
        case (1, _):
            own = ConceptWords(language: "en", label: word("p"), others: own.others, meaning: "")
            try await change.edit(kept.number, own, seen: kept.version, reason: "")
        case (2, _) where !own.others.isEmpty:
            own = ConceptWords(language: "en", label: own.label, others: Array(own.others.dropFirst()), meaning: "")
            try await change.edit(kept.number, own, seen: kept.version, reason: "")
        case (3, _):
            let target = try await ground.kept(Self.others[kept.number % 2])
            let had = kept.concept.mappings.contains { $0.target == target.concept.id }
            let kind = [Mapping.Kind.close, .exact, .narrow].randomElement(using: &dice)
            try await change.map([.init(concept: kept.number, target: target.number, kind: had ? nil : kind)])
        case (4, .adopted) where id != "e:0":
            try await change.retire(kept.number, seen: kept.version, reason: "Nobody says so")
            retiredHere.insert(id)
        case (5, .retired):
            try await change.adopt(kept.number, seen: kept.version, reason: "")
            retiredHere.remove(id)
        default: return
        }
        edits += 1
    }

    /// Loads the file, and compares what stands with what stood, with what the file said last and with what it says now.
    mutating func load() async throws {
        let before = try await kept()
        loads += 1
        _ = try await ground.load(file, as: "load \(loads)")
        let after = try await kept()
        let now = Dictionary(file.map { ($0.id, $0) }) { first, _ in first }
        for (id, one) in after {
            guard let was = before[id] else { continue }
            let status = expectedStatus(of: was, isNow: now[id] != nil)
            #expect(one.status == status, "\(id) in load \(loads)")
            guard let new = now[id] else { continue }
            let old = last[id]
            let labels = expected(new, was.concept, old) { Set($0.labels.map(\.text.words)) }
            #expect(Set(one.concept.labels.map(\.text.words)) == labels, "labels of \(id) in load \(loads)")
            if let called = was.concept.labels.first(where: { $0.kind == .preferred }), called.text.words.hasPrefix("p")
            {
                #expect(one.concept.label(for: "en") == called.text, "\(id) is called what people called it")
            }
            for target in Self.others {
                func kinds(_ concept: Concept?) -> [Mapping.Kind] {
                    (concept?.mappings ?? []).filter { $0.target == target }.map(\.kind)
                }
                let wanted = kinds(was.concept) == kinds(old) ? kinds(new) : kinds(was.concept)
                // What goes together with what people said of other concepts is all taken; the rest only where people said it.
                #expect(
                    kinds(one.concept) == wanted || kinds(was.concept) != wanted && kinds(one.concept).isEmpty,
                    "mapping of \(id) in load \(loads)")
            }
            // What people moved lies where they put it, as long as that is there.
            let moved = was.concept.broader.filter { !(old?.broader ?? []).contains($0) && after[$0]?.holds == true }
            #expect(Set(one.concept.broader).isSuperset(of: moved), "place of \(id) in load \(loads)")
            let left = Set(old?.broader ?? []).subtracting(was.concept.broader)
            #expect(
                left.intersection(one.concept.broader).isSubset(of: Set(new.broader).subtracting(old?.broader ?? [])))
        }
        for (id, one) in after where one.holds {
            #expect(Set(one.concept.broader).isSubset(of: after.keys), "\(id) lies under something")
            for wider in one.concept.broader where last[wider] != nil && now[wider] == nil {
                #expect(after[wider]?.holds == true, "\(id) lies under \(wider), which the file left out")
            }
        }
        if isSound(before.values.filter(\.holds).map(\.concept)) {
            #expect(isSound(after.values.filter(\.holds).map(\.concept)), "load \(loads) leaves a sound list")
        }
        for (id, concept) in now { last[id] = concept }
        leftOut = Set(last.keys).subtracting(now.keys)
    }

    /// The same file says nothing new.
    mutating func loadAgain() async throws {
        let before = try await kept()
        loads += 1
        let again = try await ground.load(file, as: "load \(loads)")
        #expect([again.added, again.changed, again.retired] == [0, 0, 0])
        #expect(try await kept() == before)
    }
}
