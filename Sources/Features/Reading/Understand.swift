package import Documents
import Words
package import Workbooks

/// Works out what a workbook says. Pure: the same workbook, options and memory give the same result.
///
/// A workbook that can't be taken whole is refused whole, with every problem that was found. Nothing in the result names a
/// person: of personal columns only the header is kept.
package func understand(
    _ workbook: Workbook, options: ImportOptions = ImportOptions(),
    remembered: RememberedMeanings = RememberedMeanings()
) -> ImportResult {
    var reading = WorkbookReading(workbook, options: options, remembered: remembered)
    return reading.result()
}
