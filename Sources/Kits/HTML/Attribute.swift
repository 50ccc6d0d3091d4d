package import Words

/// One attribute of an element. Values are always escaped.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case text(String)
        case phrase(Phrase)
        case flag
        /// Not written at all, such as a flag that is off.
        case absent
    }

    let name: String
    let value: Value

    private static func text(_ name: String, _ value: String) -> Attribute {
        Attribute(name: name, value: .text(value))
    }
    private static func flag(_ name: String, _ isOn: Bool) -> Attribute {
        Attribute(name: name, value: isOn ? .flag : .absent)
    }

    /// An attribute that is written only where something holds.
    package static func when(_ isOn: Bool, _ attribute: Attribute) -> Attribute {
        isOn ? attribute : Attribute(name: attribute.name, value: .absent)
    }

    // For every element.
    package static func id(_ value: String) -> Attribute { text("id", value) }
    /// The classes, with spaces between them. Not called `class`: the compiler takes that word for the beginning of a type, and
    /// then checks each body that holds it once more for every build of the module's interface.
    package static func classes(_ value: String) -> Attribute { text("class", value) }
    package static func lang(_ value: String) -> Attribute { text("lang", value) }
    package static func title(_ value: Phrase) -> Attribute { Attribute(name: "title", value: .phrase(value)) }
    package static func role(_ value: String) -> Attribute { text("role", value) }
    package static func tabindex(_ value: Int) -> Attribute { text("tabindex", String(value)) }
    package static func hidden(_ isOn: Bool = true) -> Attribute { flag("hidden", isOn) }
    /// `data-…`, which the style sheet shows. The name is from our source.
    package static func data(_ name: StaticString, _ value: Phrase) -> Attribute {
        Attribute(name: "data-\(name)", value: .phrase(value))
    }

    // For assistive technology.
    package static func ariaLabel(_ value: Phrase) -> Attribute { Attribute(name: "aria-label", value: .phrase(value)) }
    /// A state or a relation: `.aria("describedby", "hint-1")`.
    package static func aria(_ name: StaticString, _ value: String) -> Attribute { text("aria-\(name)", value) }

    // For links, pictures and tables.
    /// An address. One that would run a script (`javascript:` and the like) is left out.
    package static func href(_ value: String) -> Attribute { address("href", value) }
    package static func src(_ value: String) -> Attribute { address("src", value) }
    package static func rel(_ value: String) -> Attribute { text("rel", value) }
    package static func hreflang(_ value: String) -> Attribute { text("hreflang", value) }
    package static func download(_ name: String) -> Attribute { text("download", name) }
    package static func alt(_ value: Phrase) -> Attribute { Attribute(name: "alt", value: .phrase(value)) }
    package static func width(_ value: Int) -> Attribute { text("width", String(value)) }
    package static func height(_ value: Int) -> Attribute { text("height", String(value)) }
    package static func scope(_ value: String) -> Attribute { text("scope", value) }
    package static func colspan(_ value: Int) -> Attribute { text("colspan", String(value)) }
    package static func headers(_ value: String) -> Attribute { text("headers", value) }
    package static func start(_ value: Int) -> Attribute { text("start", String(value)) }
    package static func open(_ isOn: Bool = true) -> Attribute { flag("open", isOn) }

    // For forms.
    package static func action(_ value: String) -> Attribute { address("action", value) }
    package static func method(_ value: String) -> Attribute { text("method", value) }
    package static func enctype(_ value: String) -> Attribute { text("enctype", value) }
    package static func type(_ value: String) -> Attribute { text("type", value) }
    package static func name(_ value: String) -> Attribute { text("name", value) }
    package static func value(_ value: String) -> Attribute { text("value", value) }
    package static func `for`(_ value: String) -> Attribute { text("for", value) }
    package static func accept(_ value: String) -> Attribute { text("accept", value) }
    package static func autocomplete(_ value: String) -> Attribute { text("autocomplete", value) }
    package static func maxlength(_ value: Int) -> Attribute { text("maxlength", String(value)) }
    package static func min(_ value: String) -> Attribute { text("min", value) }
    package static func max(_ value: String) -> Attribute { text("max", value) }
    package static func step(_ value: String) -> Attribute { text("step", value) }
    package static func rows(_ value: Int) -> Attribute { text("rows", String(value)) }
    package static func checked(_ isOn: Bool = true) -> Attribute { flag("checked", isOn) }
    package static func selected(_ isOn: Bool = true) -> Attribute { flag("selected", isOn) }
    package static func required(_ isOn: Bool = true) -> Attribute { flag("required", isOn) }
    /// For a form that says itself what is missing, in a summary that leads to the fields.
    package static func novalidate(_ isOn: Bool = true) -> Attribute { flag("novalidate", isOn) }
    package static func disabled(_ isOn: Bool = true) -> Attribute { flag("disabled", isOn) }
    package static func multiple(_ isOn: Bool = true) -> Attribute { flag("multiple", isOn) }

    // For a page's head and for WeasyPrint.
    package static func content(_ value: String) -> Attribute { text("content", value) }
    package static func charset(_ value: String) -> Attribute { text("charset", value) }
    package static func httpEquiv(_ value: String) -> Attribute { text("http-equiv", value) }

    /// An attribute of a drawing of ours.
    static func svg(_ name: StaticString, _ value: String) -> Attribute { text(name.description, value) }

    private static func address(_ name: String, _ value: String) -> Attribute {
        Attribute(name: name, value: isHarmless(value) ? .text(value) : .absent)
    }

    /// Relative addresses, web and mail ones, those that an app for one-time codes reads, and pictures within the page.
    private static func isHarmless(_ address: String) -> Bool {
        // Most addresses of a page are paths, and end here.
        guard address.utf8.first != UInt8(ascii: "/") else { return true }
        // A browser drops control characters and spaces before it reads the scheme, so they are dropped here too.
        let seen = address.utf8.lazy.filter { $0 > 0x20 && $0 != 0x7F }.prefix(64).map {
            $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0)
        }
        let text = String(decoding: Array(seen), as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return true }
        let scheme = text[..<colon]
        if scheme.contains(where: { "/?#".contains($0) }) { return true }
        return ["http", "https", "mailto", "tel", "otpauth"].contains(String(scheme)) || text.hasPrefix("data:image/")
    }
}
