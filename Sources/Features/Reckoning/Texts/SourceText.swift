import Words

/// Where a figure comes from.
enum SourceText {
    /// The sheets of the workbook that hold it.
    static func sheets(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(
            one: "The sheet \(list) of the provider’s workbook", other: "The sheets \(list) of the provider’s workbook",
            count: names.count)
    }
}
