import HTML
import Words

/// The name of an organisation with the mark of its side; "not stated" where nobody gave one.
struct PartyName {
    enum Side: String {
        case provider = "mark-provider"
        case commissioner = "mark-commissioner"
    }

    let name: String?
    let side: Side

    @HTMLBuilder var body: HTML {
        if let name { span(.class(side.rawValue)) { verbatim(name) } } else { "not stated" }
    }
}
