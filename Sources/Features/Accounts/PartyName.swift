package import HTML
import Words

/// The name of an organisation with the mark of its side; "not stated" where nobody gave one.
package struct PartyName {
    package enum Side: String {
        case provider = "mark-provider"
        case commissioner = "mark-commissioner"
    }

    let name: String?
    let side: Side

    package init(name: String?, side: Side) {
        self.name = name
        self.side = side
    }

    @HTMLBuilder package var body: HTML {
        if let name { span(.classes(side.rawValue)) { verbatim(name) } } else { "not stated" }
    }
}
