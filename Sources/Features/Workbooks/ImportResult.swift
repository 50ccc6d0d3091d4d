/// What came of reading a workbook: all of it was understood, or it is refused whole with every reason at once.
package enum ImportResult: Sendable {
    case understood(Understanding)
    /// `preview` is what each sheet and column was taken for as far as that could be told.
    case refused([ImportProblem], preview: [TakenSheet])

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

    /// The answers that keep an emptied column from being taken for something else.
    package var leftUnread: [String] {
        taken.filter { $0.kind == .participants }.flatMap { sheet in
            sheet.columns.filter { $0.meaning == Meaning.leftUnread.rawValue }
                .map { Take.text(sheet.name, $0.column, Meaning.leftUnread.rawValue) }
        }
    }
}
