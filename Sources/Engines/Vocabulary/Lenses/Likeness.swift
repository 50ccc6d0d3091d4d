/// How what one concept means stands to what another one means; the closest comes first.
package enum Likeness: Int, Sendable, Comparable, CaseIterable {
    /// It is the very concept.
    case same
    /// The two can be used for each other everywhere.
    case exact
    /// They can be used for each other in some places.
    case close
    /// It is a part of the other.
    case broad
    /// The other is a part of it.
    case narrow

    package static func < (one: Likeness, other: Likeness) -> Bool { one.rawValue < other.rawValue }

    init?(_ kind: Mapping.Kind) {
        switch kind {
        case .exact: self = .exact
        case .close: self = .close
        case .broad: self = .broad
        case .narrow: self = .narrow
        // What has to do with something isn't called by its name.
        case .related: return nil
        }
    }

    /// The same seen from the other end.
    var inverse: Likeness {
        switch self {
        case .broad: .narrow
        case .narrow: .broad
        case .same, .exact, .close: self
        }
    }

    /// How the first stands to the third, where the first stands like this to the second and the second like `next` to the third; nil
    /// where that can't be told: twice nearly the same may be something else (SKOS Reference, 10.6.6), and a part of a whole has nothing to say about
    /// another part.
    func then(_ next: Likeness) -> Likeness? {
        switch (self, next) {
        case (.same, let other), (let other, .same): other
        case (.exact, let other), (let other, .exact): other
        case (.close, .close): nil
        case (.close, let other), (let other, .close): other
        case (.broad, .broad): .broad
        case (.narrow, .narrow): .narrow
        case (.broad, .narrow), (.narrow, .broad): nil
        }
    }
}
