/// What is kept of the suggestions of all places, within bounds: whatever was asked longest ago goes first.
struct KeptSuggesters: Sendable {
    /// In bytes, for a server.
    static let mostBytes = 256 << 20
    static let mostPlaces = 20

    private struct Place: Sendable {
        var suggester: PlaceSuggester
        /// When it was asked last, as a number that grows with each question.
        var asked: Int
        /// By organisation.
        var organisations: [String: Int] = [:]
    }

    private let mostBytes: Int
    private let mostPlaces: Int
    private var places: [String: Place] = [:]
    private var questions = 0

    init(mostBytes: Int = Self.mostBytes, mostPlaces: Int = Self.mostPlaces) {
        self.mostBytes = mostBytes
        self.mostPlaces = mostPlaces
    }

    subscript(place: String) -> PlaceSuggester? { places[place]?.suggester }

    /// What they all take in memory, as near as can be told.
    var bytes: Int { places.values.reduce(0) { $0 + $1.suggester.bytes } }

    /// Somebody asks.
    mutating func note(_ organisation: String, in place: String) {
        questions += 1
        places[place]?.asked = questions
        places[place]?.organisations[organisation] = questions
    }

    /// Keeps what was made for somebody who asks, and gives up others where that is too much.
    mutating func keep(_ suggester: PlaceSuggester, for organisation: String, in place: String) {
        if places[place] == nil {
            places[place] = Place(suggester: suggester, asked: 0)
        } else {
            places[place]?.suggester = suggester
        }
        note(organisation, in: place)
        while places.count > mostPlaces, let last = longestAgo(besides: place) { places[last] = nil }
        while bytes > mostBytes, giveUpOne(besides: organisation, in: place) {}
    }

    /// Gives up the organisation that asked longest ago, or the whole place where nobody asked since.
    ///
    /// - Returns: false where nothing is left but what was just asked for.
    private mutating func giveUpOne(besides organisation: String, in place: String) -> Bool {
        var own: (place: String, organisation: String, asked: Int)?
        for (name, kept) in places {
            for other in kept.suggester.organisations where (name, other) != (place, organisation) {
                let asked = kept.organisations[other] ?? 0
                if asked < own?.asked ?? .max { own = (name, other, asked) }
            }
        }
        let last = longestAgo(besides: place)
        if let own, own.asked < last.flatMap({ places[$0]?.asked }) ?? .max {
            places[own.place]?.suggester.forget(own.organisation)
            places[own.place]?.organisations[own.organisation] = nil
            return true
        }
        guard let last else { return false }
        places[last] = nil
        return true
    }

    private func longestAgo(besides place: String) -> String? {
        places.filter { $0.key != place }.min { ($0.value.asked, $0.key) < ($1.value.asked, $1.key) }?.key
    }
}
