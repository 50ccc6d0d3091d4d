/// A language that pages and accounts can be read in.
package struct Language: Hashable, Sendable {
    /// The BCP 47 code, as in `lang="cy"`.
    package let code: String
    /// What its speakers call it: "Cymraeg".
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// The language of the source: every phrase exists in it.
    package static let english = Language(code: "en", name: "English")
    /// A made-up language whose every letter carries an accent: a plain letter on its page is one that no catalogue reaches.
    package static let pseudo = Language(code: "qps", name: "Þšéúðó")

    /// Whether `code` looks like a language's code and is safe in a file's name and in an attribute.
    static func isCode(_ code: String) -> Bool {
        (2...15).contains(code.utf8.count)
            && code.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }
}
