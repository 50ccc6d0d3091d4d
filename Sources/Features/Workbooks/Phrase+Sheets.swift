package import Words

extension Phrase {
    /// Where a figure comes from: the sheets of the workbook that hold it.
    package static func sheets(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(
            one: "The sheet \(list) of the provider’s workbook", other: "The sheets \(list) of the provider’s workbook",
            count: names.count)
    }
}
