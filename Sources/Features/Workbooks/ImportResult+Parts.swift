extension ImportResult {
    /// What each sheet and column was taken for, whether or not all of it was understood.
    package var taken: [TakenSheet] {
        switch self {
        case .understood(let understanding): understanding.sheets
        case .refused(_, let preview): preview
        }
    }

    package var problems: [ImportProblem] {
        switch self {
        case .understood: []
        case .refused(let problems, _): problems
        }
    }

    package var understanding: Understanding? {
        switch self {
        case .understood(let understanding): understanding
        case .refused: nil
        }
    }
}

extension [TakenSheet] {
    /// The row of the column headings of each sheet that has them, from 0, by the sheet's name.
    package var headerRows: [String: Int] {
        Dictionary(
            compactMap { sheet in sheet.headerRow.map { (sheet.name, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// The answers that keep an emptied column from being taken for something else.
    package var leftUnread: [String] {
        filter { $0.kind == .participants }.flatMap { sheet in
            sheet.columns.filter { $0.meaning == Meaning.leftUnread.rawValue }
                .map { Take.text(sheet.name, $0.column, Meaning.leftUnread.rawValue) }
        }
    }
}
