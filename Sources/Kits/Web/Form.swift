package import CanonicalJSON

/// What the body of a request brought: text fields and files, or a JSON value.
package struct Form: Sendable {
    package var fields = Fields()
    package var files: [UploadedFile] = []
    package var json = JSON.null

    package init() {}

    /// The first value of a field, as it was typed.
    package subscript(name: String) -> String? { fields[name] }

    /// The first value of a field without white space at its ends, empty where there is none.
    ///
    /// - Parameter most: in characters; what is beyond is cut off.
    package func text(_ name: String, most: Int) -> String {
        let cut = (fields[name] ?? "").prefix(most)
        guard let first = cut.firstIndex(where: { !$0.isWhitespace }),
            let last = cut.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(cut[first...last])
    }

    /// The file of a field; nil too where the person chose none.
    package func file(_ name: String) -> UploadedFile? { files.first { $0.field == name && $0.size > 0 } }
}

/// A file that a form brought. It is removed when nothing holds it any more, unless it was moved elsewhere.
package struct UploadedFile: Sendable {
    package let field: String
    /// What the browser called it, for showing only. Never a path: cut to the last piece and to 200 characters.
    package let name: String
    package let size: Int
    package let scratch: ScratchFile
}
