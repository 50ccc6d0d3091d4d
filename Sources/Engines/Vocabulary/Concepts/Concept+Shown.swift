extension Concept {
    /// The preferred label in a language; else in English, else without a language, else any; else its code or its name.
    package func label(for language: String) -> Text {
        let preferred = labels.filter { $0.kind == .preferred }.map(\.text)
        func first(_ wanted: String?) -> Text? {
            preferred.first { $0.language?.lowercased().split(separator: "-").first.map(String.init) == wanted }
        }
        return first(language) ?? first("en") ?? first(nil) ?? preferred.first ?? Text(notation ?? id, in: nil)
    }

    package func notes(_ kind: Note.Kind, for language: String) -> [Text] {
        let found = notes.filter { $0.kind == kind }.map(\.text)
        let own = found.filter { $0.language?.hasPrefix(language) ?? false }
        if !own.isEmpty { return own }
        let english = found.filter { $0.language?.hasPrefix("en") ?? true }
        return english.isEmpty ? found : english
    }
}
