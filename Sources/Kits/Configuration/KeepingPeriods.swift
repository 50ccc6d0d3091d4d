/// How long is kept what an administrator may choose about, in days.
package struct KeepingPeriods: Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, CaseIterable, Sendable {
        case drafts
        case workbooks
        case takenBack = "taken-back"
        case memberships
        case people
        case requests
        case jobs
        case trail

        var standard: Int {
            switch self {
            case .drafts, .workbooks: 30
            case .takenBack, .memberships, .people: 365
            case .requests: 90
            case .jobs: 7
            case .trail: 2192
            }
        }

        /// What is about people is not kept without end. What somebody may have to answer for is kept for six years at least.
        var range: ClosedRange<Int> {
            switch self {
            case .drafts, .workbooks: 7...1825
            case .takenBack, .memberships, .people: 30...2192
            case .requests: 7...365
            case .jobs: 1...90
            case .trail: 2192...7305
            }
        }
    }

    package static let standard = KeepingPeriods()
    private var chosen: [Kind: Int] = [:]

    private init() {}

    /// Reads pairs such as `drafts=60, jobs=14`; what isn't named has its default. Nil where a pair can't be read, names nothing that is
    /// kept, names something twice, or lies outside its range.
    package init?(_ text: String) {
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = pair.split(separator: "=", omittingEmptySubsequences: false).map { side in
                String(side.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard sides.count == 2, let kind = Kind(rawValue: sides[0]), chosen[kind] == nil,
                let days = wholeNumber(sides[1], in: kind.range)
            else { return nil }
            chosen[kind] = days
        }
    }

    package func days(_ kind: Kind) -> Int { chosen[kind] ?? kind.standard }

    package var description: String { Kind.allCases.map { "\($0.rawValue)=\(days($0))" }.joined(separator: ", ") }

    /// Each kind with the days that may stand there, for the handbook.
    static var ranges: String {
        Kind.allCases.map { "\($0.rawValue) \($0.range.lowerBound) to \($0.range.upperBound)" }.joined(separator: ", ")
    }
}
