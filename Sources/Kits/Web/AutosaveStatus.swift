package import HTML
import Words

/// Where a form that saves itself says so; without script it stays empty. See `assets/autosave.js`.
package enum AutosaveStatus {
    /// The field by which the script says that nobody pressed a button.
    static let fieldName = "autosave"

    package static var body: HTML {
        p(
            .classes("muted"), .role("status"), .data("saving", "Saving …"),
            .data("saved", "All changes are saved."),
            .data("failed", "Not saved yet. Press a button below to save."),
            .data("changed", "Somebody else has changed this too. Press a button below to see what.")
        ) {}
    }
}

extension Request {
    /// Whether the form saved itself.
    package var isAutosave: Bool { form[AutosaveStatus.fieldName] != nil }
}
