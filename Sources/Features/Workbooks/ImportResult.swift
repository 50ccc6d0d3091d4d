/// What came of reading a workbook: all of it was understood, or it is refused whole with every reason at once.
package enum ImportResult: Sendable {
    case understood(Understanding)
    /// `preview` is what each sheet and column was taken for as far as that could be told.
    case refused([ImportProblem], preview: [TakenSheet])
}
