package import CanonicalJSON

/// Reads workbooks and makes papers, charts and workbooks, in processes of its own behind walls.
///
/// A crash, a hang or nonsense over there is a ``WorkerProblem`` here and costs the one request.
package protocol DocumentWorker: Sendable {
    /// Reads a workbook (.xlsx, .xlsm, .ods or .csv, told apart by content and never by name).
    func read(_ path: String) async throws(WorkerProblem) -> Workbook

    /// Sets a whole HTML page as an accessible PDF (PDF/UA-1). The same paper gives the same bytes.
    func pdf(_ paper: Paper) async throws(WorkerProblem) -> PrintedPaper

    /// Draws Vega-Lite specifications with inline data as SVG, in the order given.
    func charts(_ specifications: [JSON]) async throws(WorkerProblem) -> [String]

    /// Writes a workbook (.xlsx). The same plan gives the same bytes.
    func write(_ plan: WorkbookPlan) async throws(WorkerProblem) -> [UInt8]

    /// Copies the workbook at a path to an .xlsx in which each problem is marked where it stands.
    func marked(_ path: String, _ plan: MarkPlan) async throws(WorkerProblem) -> [UInt8]

    /// Reads a thesaurus (Turtle, N-Triples, RDF/XML, JSON-LD or a table, told apart by content).
    ///
    /// - Parameters:
    ///   - name: what the file is called, for a list that doesn't say what it is called itself.
    ///   - isWhole: whether to give back also what a thesaurus has no place for.
    func thesaurus(
        _ path: String, name: String, isWhole: Bool
    ) async throws(WorkerProblem) -> ReadThesaurusFile

    /// Writes a thesaurus. The same plan gives the same bytes.
    func write(_ plan: ThesaurusFilePlan) async throws(WorkerProblem) -> [UInt8]

    /// Starts all processes, which then load what is slow. Failing is no problem until a request comes.
    func warm() async

    /// Which walls stand around the worker, once it has been started; for `doctor`.
    func walls() async throws(WorkerProblem) -> WorkerWalls

    /// Ends the processes and removes their scratch folders. The next request starts them again.
    func stop() async
}
