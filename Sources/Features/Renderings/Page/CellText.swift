import HTML

/// Where something stands in a workbook, such as `Participants!G2:G49 where C = Yes`. The address of the cells stands in an
/// element of its own, which the style sheet keeps in one line.
struct CellText {
    let text: String

    var html: HTML {
        guard let address else { return verbatim(text) }
        return .group([
            verbatim(String(text[..<address.lowerBound])), span { verbatim(String(text[address])) },
            verbatim(String(text[address.upperBound...])),
        ])
    }

    /// The first address behind a mark; a sheet may have a mark in its name.
    var address: Range<String.Index>? {
        var rest = text[...]
        while let mark = rest.firstIndex(of: "!") {
            rest = text[text.index(after: mark)...]
            if let match = rest.prefixMatch(of: /[A-Z]{1,3}[0-9]+(?::[A-Z]{1,3}[0-9]+)?/) { return match.range }
        }
        return nil
    }
}
