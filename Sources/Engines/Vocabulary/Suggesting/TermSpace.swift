import Glibc

/// How much a term weighs in a text.
struct TermWeight: Sendable {
    let term: Int32
    let weight: Float
}

/// Finds how alike texts are: the cosine of their terms, rare terms counting most.
///
/// Words and pieces of words have one half each. Terms that more than half of the texts have say nothing and are left out.
///
/// - Source: Salton and Buckley, Term-weighting approaches in automatic text retrieval (1988), with the logarithm of counts.
struct TermSpace: Sendable {
    private var terms: [UInt64: Int32] = [:]
    /// By the number of the term; 0 where it is left out.
    private var rarity: [Float] = []
    /// How many texts the rarity was counted in.
    private let counted: Int
    // The texts of the beginning, by term: those of term `t` stand from `starts[t]` up to `starts[t + 1]`.
    private var starts: [Int] = []
    private var texts: [Int32] = []
    private var weights: [Float] = []
    private var initial: [[TermWeight]] = []
    /// Texts that were added one by one.
    private var later: [[TermWeight]] = []

    var count: Int { initial.count + later.count }

    /// What it takes in memory. A term has a key and a number, and a third of their places stays free; a list has a head.
    var bytes: Int {
        let vectors = (initial + later).reduce(0) { $0 + 40 + MemoryLayout<TermWeight>.stride * $1.capacity }
        return vectors + terms.capacity * (MemoryLayout<UInt64>.stride + MemoryLayout<Int32>.stride) * 4 / 3
            + MemoryLayout<Float>.stride * (rarity.capacity + weights.capacity)
            + MemoryLayout<Int>.stride * starts.capacity + MemoryLayout<Int32>.stride * texts.capacity
    }

    /// - Parameter isSmall: whether what most texts have is kept: those of one organisation may well have their main word in common.
    init(_ all: [TermKeys], isSmall: Bool = false) {
        counted = all.count
        var frequency: [Int32] = []
        for keys in all {
            for (key, _) in keys.counts {
                if let term = terms[key] {
                    frequency[Int(term)] += 1
                } else {
                    terms[key] = Int32(frequency.count)
                    frequency.append(1)
                }
            }
        }
        let most = max(1, all.count / 2)
        rarity = frequency.map { $0 > most && all.count > 10 && !isSmall ? 0 : Self.rarity($0, of: all.count) }
        initial = all.map { vector(of: $0) }
        index()
    }

    private static func rarity(_ frequency: Int32, of count: Int) -> Float {
        logf(Float(1 + count) / Float(1 + frequency)) + 1
    }

    private mutating func index() {
        starts = [Int](repeating: 0, count: rarity.count + 1)
        for text in initial { for entry in text { starts[Int(entry.term) + 1] += 1 } }
        for term in rarity.indices { starts[term + 1] += starts[term] }
        var next = starts
        texts = [Int32](repeating: 0, count: starts[rarity.count])
        weights = [Float](repeating: 0, count: texts.count)
        for (number, text) in initial.enumerated() {
            for entry in text {
                let place = next[Int(entry.term)]
                texts[place] = Int32(number)
                weights[place] = entry.weight
                next[Int(entry.term)] = place + 1
            }
        }
    }

    /// The terms of a text that are known here. Those that aren't count in its length all the same, as rare ones.
    func vector(of keys: TermKeys) -> [TermWeight] {
        var entries: [TermWeight] = []
        entries.reserveCapacity(keys.counts.count)
        var lengths = (words: Float(0), pieces: Float(0))
        for (key, count) in keys.counts {
            let term = terms[key]
            let rare = term.map { rarity[Int($0)] } ?? Self.rarity(0, of: counted)
            guard rare > 0 else { continue }
            let weight = rare * (count == 1 ? 1 : 1 + logf(Float(count)))
            if TermKeys.isPiece(key) { lengths.pieces += weight * weight } else { lengths.words += weight * weight }
            if let term { entries.append(TermWeight(term: TermKeys.isPiece(key) ? ~term : term, weight: weight)) }
        }
        let scales = (words: Self.half(lengths.words), pieces: Self.half(lengths.pieces))
        return entries.map { entry in
            entry.term < 0
                ? TermWeight(term: ~entry.term, weight: entry.weight * scales.pieces)
                : TermWeight(term: entry.term, weight: entry.weight * scales.words)
        }
    }

    /// Scales a part of a vector so that it makes up one half of the whole.
    private static func half(_ squares: Float) -> Float { squares > 0 ? (0.5 / squares).squareRoot() : 0 }

    /// How alike a text is with each of those here.
    func similarities(to text: [TermWeight]) -> [Float] {
        var sums = [Float](repeating: 0, count: initial.count)
        addInitial(text, to: &sums)
        guard !later.isEmpty else { return sums }
        let dense = Dictionary(uniqueKeysWithValues: text.map { ($0.term, $0.weight) })
        for other in later { sums.append(other.reduce(0) { $0 + $1.weight * (dense[$1.term] ?? 0) }) }
        return sums
    }

    private func addInitial(_ text: [TermWeight], to sums: inout [Float]) {
        sums.withUnsafeMutableBufferPointer { sums in
            texts.withUnsafeBufferPointer { texts in
                weights.withUnsafeBufferPointer { weights in
                    for entry in text where Int(entry.term) + 1 < starts.count {
                        for place in starts[Int(entry.term)]..<starts[Int(entry.term) + 1] {
                            sums[Int(texts[place])] += entry.weight * weights[place]
                        }
                    }
                }
            }
        }
    }

    /// How alike one of the texts of the beginning is with those before it and with itself.
    func similaritiesBefore(_ number: Int) -> [Float] {
        let text = initial[number]
        let end = number + 1
        var sums = [Float](repeating: 0, count: end)
        sums.withUnsafeMutableBufferPointer { sums in
            texts.withUnsafeBufferPointer { texts in
                weights.withUnsafeBufferPointer { weights in
                    for entry in text where Int(entry.term) + 1 < starts.count {
                        for place in starts[Int(entry.term)]..<starts[Int(entry.term) + 1] {
                            let other = Int(texts[place])
                            if other >= end { break }
                            sums[other] += entry.weight * weights[place]
                        }
                    }
                }
            }
        }
        return sums
    }

    /// Adds one text, with the terms that nobody used before.
    mutating func add(_ keys: TermKeys) {
        for (key, _) in keys.counts where terms[key] == nil {
            terms[key] = Int32(rarity.count)
            rarity.append(Self.rarity(1, of: counted))
        }
        later.append(vector(of: keys))
    }

    /// The weight of a word in each text that has it.
    func uses(of word: UInt64) -> [TermUse] {
        guard let term = terms[word] else { return [] }
        var uses: [TermUse] = []
        if Int(term) + 1 < starts.count {
            uses = (starts[Int(term)]..<starts[Int(term) + 1]).map { TermUse(text: texts[$0], weight: weights[$0]) }
        }
        for (number, text) in later.enumerated() {
            for entry in text where entry.term == term {
                uses.append(TermUse(text: Int32(initial.count + number), weight: entry.weight))
            }
        }
        return uses
    }
}

/// How much a term weighs in one of the texts.
struct TermUse: Sendable {
    let text: Int32
    let weight: Float
}
