package import Web
import Words
package import Workbooks

/// Reads the forms with which workbooks are uploaded and imports changed.
package enum UploadForm {
    /// What is stated beside a workbook. Spaces around are dropped, and a field that is left empty states nothing.
    static func stated(_ form: Form) -> [String: String] {
        var stated: [String: String] = [:]
        for name in StatedFields.names {
            if let text = form[name] { stated[name] = plain(text, most: 200) }
        }
        return stated
    }

    /// - Parameter form: with a language only where the form asks for it.
    package static func options(_ form: Form) -> ImportOptions {
        var stated = stated(form)
        stated["language"] = form["language"].map { plain($0, most: 200) }
        var options = ImportOptions()
        for (name, path) in ImportOptions.texts {
            if let text = stated[name], !text.isEmpty { options[keyPath: path] = text }
        }
        return options
    }

    /// What the person chose on the page of an import: only what that page offered is taken.
    ///
    /// - Parameter changed: the fields that the person changed, beside answers.
    static func choices(
        _ form: Form, _ changed: [String: String], of item: StoredImport, shown: ImportResult
    ) -> ChooseMeanings {
        var choices = ChooseMeanings(stated: changed.filter { StatedFields.names.contains($0.key) })
        choices.forgotten = item.options.takes.filter(form.fields.all("forget").contains)
        for (number, sheet) in shown.taken.enumerated() {
            if let kind = changed["kind-\(number)"].flatMap(TakenSheet.Kind.init(rawValue:)) {
                choices.kinds[sheet.name] = kind
            }
            for column in sheet.columns {
                if let meaning = changed["column-\(number)-\(column.column)"] {
                    choices.meanings[.init(sheet: sheet.name, column: column.column)] = meaning
                }
            }
        }
        // By what was answered and not by its number: another one may have been answered meanwhile, by somebody else.
        let offered = Set(shown.problems.flatMap(\.takes))
        for (name, answer) in form.fields.pairs where name.hasPrefix("answer-") && offered.contains(answer) {
            choices.answers.append(answer)
        }
        return choices
    }

    /// A text as it is kept: without spaces around it, and not longer than its field takes.
    package static func plain(_ text: String, most: Int) -> String {
        let cut = text.prefix(most)
        guard let first = cut.firstIndex(where: { !$0.isWhitespace }),
            let last = cut.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(cut[first...last])
    }
}
