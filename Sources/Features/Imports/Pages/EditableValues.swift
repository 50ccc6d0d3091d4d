import Columns
import Documents
import Words
import Workbooks

/// What of an import can be edited side by side, by the names of the form's fields.
struct EditableValues {
    let item: StoredImport
    let result: ImportResult
    /// What can be changed of what the import is for.
    let texts: [String: String]

    var values: [String: String] {
        var values = texts
        for name in StatedFields.names { values[name] = "" }
        values.merge(stated) { _, stated in stated }
        for (number, sheet) in result.taken.enumerated() {
            values["kind-\(number)"] = sheet.kind.rawValue
            for column in sheet.columns { values["column-\(number)-\(column.column)"] = column.meaning }
        }
        return values
    }

    /// As the page shows it.
    private var stated: [String: String] {
        var values = item.options.stated
        if let about = result.understanding?.about { values.merge(about.texts) { stated, _ in stated } }
        return values.filter { StatedFields.names.contains($0.key) }
    }

    /// What a field is called on the page.
    func label(_ field: String) -> Phrase {
        if let name = StatedFields.title(of: field) { return name }
        if field == "programme" { return "Programme" }
        let parts = field.split(separator: "-")
        if parts.count >= 2, let number = Int(parts[1]), result.taken.indices.contains(number) {
            let sheet = result.taken[number]
            guard parts.count == 3, let index = Int(parts[2]) else { return "What sheet “\(sheet.name)” is" }
            let header = sheet.columns.first { $0.column == index }?.header ?? ""
            return "Sheet “\(sheet.name)”, column \(columnLetters(index)) \(header)"
        }
        return "Reason"
    }

    /// What a value of a field is called on the page.
    func phrase(_ value: String, of field: String) -> Phrase {
        if value.isEmpty { return "nothing" }
        if field.hasPrefix("kind-"), let kind = TakenSheet.Kind(rawValue: value) { return kind.name }
        if field.hasPrefix("column-"), let meaning = ColumnMeaning.all.first(where: { $0.code == value }) {
            return meaning.choice
        }
        return Phrase(verbatim: value)
    }
}
