package import Documents
import Words

/// Works out what a workbook says. Pure: the same workbook, options and memory give the same result.
///
/// A workbook that can't be taken whole is refused whole, with every problem that was found.
package func understand(
    _ workbook: Workbook, options: ImportOptions = ImportOptions(),
    remembered: RememberedMeanings = RememberedMeanings()
) -> ImportResult {
    var findings = Findings()
    findings.add(
        .noValueMap, found: "", expected: "A sheet with a value map.",
        mend: "Add a sheet with the columns stakeholder, outcome, quantity and value of proxy.")
    return .refused(findings.ordered(by: workbook.sheets.map(\.name)), preview: [])
}
