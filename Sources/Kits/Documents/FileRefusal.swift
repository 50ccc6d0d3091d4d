/// Why a file can't be read as a workbook. The numbers are what was found and what is allowed.
package enum FileRefusal: Sendable, Equatable {
    /// No file, or a folder, at this path.
    case unreadable
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case encrypted
    /// An .xls of Excel 97 to 2003.
    case oldExcel
    /// An .xlsb.
    case binaryExcel
    case appleNumbers
    case pdf
    case picture
    /// A web page or XML under another name, as some systems export it.
    case webPage
    /// A text document or slides from an office suite.
    case otherDocument
    /// A zip or other archive that is no workbook.
    case archive
    case notAWorkbook
    /// The file breaks off or contradicts itself; `part` is the part inside it.
    case damaged(part: String)
    /// It would grow beyond all measure when unpacked.
    case bomb(part: String)
    /// It declares entities or a document type, which no workbook needs.
    case unsafeMarkup(part: String)
    /// Names inside the archive that point out of it.
    case unsafeNames
    case tooManySheets(count: Int, limit: Int)
    case tooManyCells(sheet: String, limit: Int)
    /// A filled cell so far out that the sheet between is too large.
    case farCell(CellReference, limit: Int)
    case longText(CellReference, limit: Int)
    /// A text file whose bytes fit none of the encodings that we read.
    case unknownEncoding
    case noSheets
    /// Reading it takes more memory than a process of the worker may hold.
    case tooMuchMemory(megabytes: Int)
    /// Reading it takes more of a processor's time than a file of its size is given.
    case tooMuchWork(seconds: Int)
}
