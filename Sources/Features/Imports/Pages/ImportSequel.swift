package import CanonicalJSON
package import HTML
package import Storage
package import Web
package import Words
package import Workbooks

/// What later features do with an import; the application puts the two together.
package struct ImportSequel: Sendable {
    /// Makes the account of an import in a language, and answers with where to wait for it.
    package var proceed: @Sendable (_ importID: String, _ language: String, Request) async throws -> Reply
    /// What was made of it already, as a piece of the page.
    package var made: @Sendable (_ importID: String, Request) async throws -> HTML
    /// What it is for, where that is something else than a new account.
    package var purpose: @Sendable (_ importID: String) async throws -> Phrase?
    /// What can be changed of what it is for, as fields of the page's form.
    package var fields: @Sendable (_ importID: String, Request) async throws -> HTML
    /// Keeps what those fields say.
    package var keep: @Sendable (_ importID: String, _ texts: [String: String], Request) async throws -> Void
    /// What those fields hold, by their names.
    package var texts: @Sendable (_ importID: String, Request) async throws -> [String: String]
    /// The form again for those whose workbook could not be taken, where it is for something else than a new account.
    package var refused: @Sendable (_ purpose: JSON, ImportOptions, UploadFault, Request) async throws -> Reply?
    /// Removes what was made of it and not published.
    package var removeDrafts: @Sendable (_ importID: String, any Transaction) async throws -> Void

    package init(
        proceed: @escaping @Sendable (String, String, Request) async throws -> Reply,
        made: @escaping @Sendable (String, Request) async throws -> HTML,
        purpose: @escaping @Sendable (String) async throws -> Phrase?,
        fields: @escaping @Sendable (String, Request) async throws -> HTML,
        keep: @escaping @Sendable (String, [String: String], Request) async throws -> Void,
        texts: @escaping @Sendable (String, Request) async throws -> [String: String],
        refused: @escaping @Sendable (JSON, ImportOptions, UploadFault, Request) async throws -> Reply?,
        removeDrafts: @escaping @Sendable (String, any Transaction) async throws -> Void
    ) {
        self.proceed = proceed
        self.made = made
        self.purpose = purpose
        self.fields = fields
        self.keep = keep
        self.texts = texts
        self.refused = refused
        self.removeDrafts = removeDrafts
    }
}
