import CanonicalJSON
import Documents
import Synchronization

/// A worker that reads whatever it is told to and makes documents of a few bytes, so that a test of the website is quick.
final class StubWorker: DocumentWorker {
    private let held: Mutex<Workbook>

    init(_ workbook: Workbook) {
        held = Mutex(workbook)
    }

    /// What every file holds from now on.
    func hold(_ workbook: Workbook) { held.withLock { $0 = workbook } }

    func read(_ path: String) async throws(WorkerProblem) -> Workbook { held.withLock { $0 } }

    func pdf(_ paper: Paper) async throws(WorkerProblem) -> PrintedPaper {
        PrintedPaper(bytes: Array("%PDF".utf8), pages: 1, pagesBeforeAnnexes: 1)
    }

    func charts(_ specifications: [JSON]) async throws(WorkerProblem) -> [String] {
        specifications.map { _ in "<svg><title>A chart</title></svg>" }
    }

    func write(_ plan: WorkbookPlan) async throws(WorkerProblem) -> [UInt8] { Array("PK \(plan.title)".utf8) }

    func marked(_ path: String, _ plan: MarkPlan) async throws(WorkerProblem) -> [UInt8] { Array("PK marked".utf8) }

    func warm() async {}
    func warmCharts() async {}

    func walls() async throws(WorkerProblem) -> WorkerWalls { WorkerWalls(standing: [], builder: "none") }

    func stop() async {}
}

extension Sheet {
    /// A sheet of texts and numbers; a text that is a number is one.
    init(_ name: String, _ rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        var kinds: [UInt8] = []
        var numbers: [Double] = []
        var strings: [String] = []
        for row in rows {
            for column in 0..<columns {
                let text = column < row.count ? row[column] : ""
                if let number = Double(text) {
                    kinds.append(Kind.number.rawValue)
                    numbers.append(number)
                } else if text.isEmpty {
                    kinds.append(Kind.empty.rawValue)
                    numbers.append(0)
                } else {
                    kinds.append(Kind.text.rawValue)
                    numbers.append(Double(strings.count))
                    strings.append(text)
                }
            }
        }
        self.init(
            name: name, rowCount: rows.count, columnCount: columns, kinds: kinds, numbers: numbers, strings: strings)
    }
}

extension Workbook {
    /// A small value map that is understood without a question.
    static func map(proxy: String = "900", quantity: String = "20") -> Workbook {
        Workbook(
            format: .xlsx,
            sheets: [
                Sheet(
                    "Value map",
                    [
                        [
                            "Stakeholder", "Input", "Value of input", "Cash or in kind", "Outcome", "Quantity",
                            "Duration (years)", "Value of proxy", "Source of proxy", "Deadweight %", "Attribution %",
                        ],
                        [
                            "Older people", "Grant", "10000", "cash", "Less lonely", quantity, "2", proxy, "Survey",
                            "20", "25",
                        ],
                    ])
            ])
    }
}
