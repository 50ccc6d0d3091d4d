package import Words

extension FileRefusal {
    /// A stable, searchable code.
    package var code: String {
        switch self {
        case .unreadable: "FILE-001"
        case .empty: "FILE-002"
        case .tooLarge: "FILE-003"
        case .encrypted: "FILE-004"
        case .oldExcel: "FILE-005"
        case .binaryExcel: "FILE-006"
        case .appleNumbers: "FILE-007"
        case .pdf: "FILE-008"
        case .picture: "FILE-009"
        case .webPage: "FILE-010"
        case .otherDocument: "FILE-011"
        case .archive: "FILE-012"
        case .notAWorkbook: "FILE-013"
        case .damaged: "FILE-014"
        case .bomb: "FILE-015"
        case .unsafeMarkup: "FILE-016"
        case .unsafeNames: "FILE-017"
        case .tooManySheets: "FILE-018"
        case .tooManyCells: "FILE-019"
        case .farCell: "FILE-020"
        case .longText: "FILE-021"
        case .unknownEncoding: "FILE-022"
        case .noSheets: "FILE-023"
        case .tooMuchMemory: "FILE-024"
        case .tooMuchWork: "FILE-025"
        }
    }

    /// What is wrong with the file, for a person.
    package var sentence: Phrase {
        switch self {
        case .unreadable: "We could not open this file."
        case .empty: "This file is empty."
        case .tooLarge(let bytes, let limit):
            "This file has \(megabytes(bytes)) MB. We can read up to \(megabytes(limit)) MB."
        case .encrypted: "This file is locked with a password."
        case .oldExcel: "This is a workbook of an old Excel (.xls), which we can't read."
        case .binaryExcel: "This is a binary Excel workbook (.xlsb), which we can't read."
        case .appleNumbers: "This is a file of Apple Numbers, which we can't read."
        case .pdf: "This is a PDF and not a workbook."
        case .picture: "This is a picture and not a workbook."
        case .webPage: "This is a web page or XML file and not a workbook, whatever its name says."
        case .otherDocument: "This is a document or a set of slides and not a workbook."
        case .archive: "This is an archive of files and not a workbook."
        case .notAWorkbook: "This is not a workbook that we know."
        case .damaged(let part):
            part.isEmpty ? "This file is damaged." : "This file is damaged: its part \(part) can't be read."
        case .bomb(let part): "This file grows beyond all measure when it is opened, in its part \(part)."
        case .unsafeMarkup(let part): "The part \(part) of this file holds definitions that no workbook needs."
        case .unsafeNames: "This file holds names that point outside it."
        case .tooManySheets(let count, let limit): "This workbook has \(count) sheets. We can read up to \(limit)."
        case .tooManyCells(let sheet, let limit):
            "This workbook has more than \(limit) cells, counted up to the sheet \(sheet)."
        case .farCell(let cell, let limit):
            "The cell \(cell.description) lies so far out that its sheet would have more than \(limit) cells."
        case .longText(let cell, let limit): "The cell \(cell.description) holds more than \(limit) characters."
        case .unknownEncoding: "We can't tell how the letters of this text file are written."
        case .noSheets: "This workbook has no sheet with cells."
        case .tooMuchMemory(let megabytes):
            "Reading this file needs more than \(megabytes) MB of memory, so we stopped."
        case .tooMuchWork(let seconds):
            "Reading this file needs more than \(seconds) seconds of work, so we stopped."
        }
    }

    /// What a person can do about it.
    package var mend: Phrase {
        switch self {
        case .unreadable: "Check the name of the file and that you may read it."
        case .empty: "Check that you chose the right file, and that it was saved."
        case .tooLarge: "Save a copy with only the sheets and rows that are needed, without pictures."
        case .encrypted: "Open it, take the password off, and save it."
        case .oldExcel, .binaryExcel: "Open it, choose Save as, and save it as an Excel workbook (.xlsx)."
        case .appleNumbers: "Open it in Numbers, choose Export to, and save it as an Excel workbook (.xlsx)."
        case .webPage, .notAWorkbook, .unknownEncoding, .damaged:
            "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."
        case .pdf, .picture, .otherDocument: "Choose the spreadsheet that the figures came from."
        case .archive: "Unpack the archive and choose the workbook in it."
        case .bomb, .unsafeMarkup, .unsafeNames:
            "Copy the cells into a new workbook and save that. Ask whoever sent the file where it came from."
        case .tooManySheets, .tooManyCells, .tooMuchMemory, .tooMuchWork:
            "Save a copy with only the sheets and rows that are needed."
        case .farCell: "Delete what is in that cell, or move it next to the rest, and save."
        case .longText: "Shorten the text in that cell. In a text file, look for a quotation mark that is never closed."
        case .noSheets: "Check that you chose the right file, and that it was saved."
        }
    }
}

/// Whole megabytes, rounded up from half.
private func megabytes(_ bytes: Int) -> Int { (bytes + 500_000) / 1_000_000 }
