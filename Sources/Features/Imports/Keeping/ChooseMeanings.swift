import Columns
package import Storage
import Web
package import Workbooks

/// A person changes what was understood: other meanings for columns, answers to questions, what is stated beside the workbook.
///
/// What a person says of a column is remembered for the next file with such a header.
package struct ChooseMeanings: Sendable {
    /// What the person chose for each column that was shown, by sheet and column.
    package var meanings: [Column: String]
    /// What the person chose for whole sheets.
    package var kinds: [String: TakenSheet.Kind]
    /// Answers to questions, as their takes.
    package var answers: [String]
    /// Answers that were given before and are taken back now.
    package var forgotten: [String]
    /// What is stated now, by the name of the field; a field that is absent was not shown.
    package var stated: [String: String]

    package struct Column: Hashable, Sendable {
        package let sheet: String
        package let column: Int

        package init(sheet: String, column: Int) {
            self.sheet = sheet
            self.column = column
        }
    }

    package init(
        meanings: [Column: String] = [:], kinds: [String: TakenSheet.Kind] = [:], answers: [String] = [],
        forgotten: [String] = [], stated: [String: String] = [:]
    ) {
        self.meanings = meanings
        self.kinds = kinds
        self.answers = answers
        self.forgotten = forgotten
        self.stated = stated
    }

    package enum Outcome: Sendable {
        /// What comes of it with the changes; nil where it was taken back.
        case done(ImportResult?)
        /// Somebody has changed the import since it was read; nothing was done.
        case changedMeanwhile
    }

    /// Does what depends on how an import stands; and again, after another look, where somebody else has changed it in between.
    ///
    /// - Parameter attempt: gives nil where it came too late.
    static func lookingAgain<Value>(_ attempt: () async throws -> Value?) async throws -> Value {
        for _ in 0..<10 {
            if let value = try await attempt() { return value }
        }
        throw Problem.busy
    }

    /// - Parameter item: the import as the person's changes take it to be.
    package func run(
        _ item: StoredImport, in store: ImportStore, _ understood: UnderstoodImports
    ) async throws(StorageError) -> Outcome {
        let remembered = try await store.remembered()
        guard let before = try await understood.result(of: item, in: store, remembering: remembered) else {
            return .done(nil)
        }
        var changed = item
        changed.options = options(item.options, shown: before)
        guard try await store.setOptions(changed.options, of: item.id, ifStill: item.options) else {
            return .changedMeanwhile
        }
        let chosen = chosenColumns(before)
        var learned = RememberedMeanings()
        for (sheet, column, meaning) in chosen { learned.remember(meaning, for: column.header, in: sheet.kind) }
        try await store.remember(learned)
        let result = try await understood.result(of: changed, in: store, remembering: try await store.remembered())
        guard let result, Set(result.leftUnread) != Set(item.leftUnread) else { return .done(result) }
        // What a person has just said tells who people are is taken out at once.
        if let bytes = try await store.workbookBytes(of: item.id) {
            let less = try await understood.emptied(bytes, result.taken)
            let isDone = try await store.empty(
                item.id, to: less, leftUnread: result.leftUnread, ifStill: changed.options)
            understood.forget(item.id)
            // What was chosen is kept already; the next look takes out what has to go.
            if !isDone { return .changedMeanwhile }
        }
        return .done(result)
    }

    private func options(_ old: ImportOptions, shown before: ImportResult) -> ImportOptions {
        var options = old
        options.takes.removeAll(where: forgotten.contains)
        for (sheet, column, meaning) in chosenColumns(before) {
            let place = Take.place(sheet.name, column.column) + "="
            options.takes.removeAll { $0.hasPrefix(place) && Refinement(Take.answer(of: $0)) == nil }
            options.takes.append(place + meaning)
        }
        for sheet in before.taken {
            guard let kind = kinds[sheet.name], kind != sheet.kind else { continue }
            options.takes.removeAll { $0 == Take.text(sheet.name, sheet.kind) }
            options.takes.append(Take.text(sheet.name, kind))
        }
        for answer in answers where !options.takes.contains(answer) { options.takes.append(answer) }
        let inForce = before.understanding?.about.texts ?? [:]
        for (name, path) in ImportOptions.texts {
            guard let text = stated[name], text != (old[keyPath: path] ?? inForce[name] ?? "") else { continue }
            options[keyPath: path] = text.isEmpty ? nil : text
        }
        return options
    }

    /// The columns for which the person chose something else than what was shown.
    private func chosenColumns(_ before: ImportResult) -> [(TakenSheet, TakenColumn, String)] {
        before.taken.flatMap { sheet in
            sheet.columns.compactMap { column in
                guard let meaning = meanings[Column(sheet: sheet.name, column: column.column)],
                    meaning != column.meaning, ColumnMeaning.isChoice(meaning, for: sheet.kind)
                else { return nil }
                return (sheet, column, meaning)
            }
        }
    }
}

extension ColumnMeaning {
    /// Whether a person may say this of a column of such a sheet.
    static func isChoice(_ code: String, for sheet: TakenSheet.Kind) -> Bool {
        code == Meaning.notUsed.rawValue || choices(for: sheet).contains { $0.code == code }
    }
}
