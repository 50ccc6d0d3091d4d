package import Vocabulary
package import Words

extension Likeness {
    /// As it stands in data.
    package var code: String {
        switch self {
        case .same: "same"
        case .exact: "exact"
        case .close: "close"
        case .broad: "broad"
        case .narrow: "narrow"
        }
    }

    /// How near a heading is to what stands under it.
    package var phrase: Phrase {
        switch self {
        case .same, .exact: "The same"
        case .close: "Nearly the same"
        case .broad: "A part of this"
        case .narrow: "More than this"
        }
    }

    /// How own words stand to a list's, as a sentence; empty where they mean the same.
    package var standing: Phrase {
        switch self {
        case .same, .exact: ""
        case .close: "Nearly the same."
        case .broad: "A part of this."
        case .narrow: "More than this."
        }
    }
}
