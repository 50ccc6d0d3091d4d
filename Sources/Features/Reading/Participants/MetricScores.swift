import Workbooks

/// The metric score of each raw total of a questionnaire whose totals can't be averaged as they are.
struct MetricScores: Sendable {
    private var scores: [Int: Double] = [:]

    /// - Parameter table: a raw total and its metric score on each line, apart from lines that begin with `#`.
    init(_ table: String) {
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: ",")
            guard fields.count == 2, let raw = Int(fields[0]), let score = Double(fields[1]) else { continue }
            scores[raw] = score
        }
    }

    /// SWEMWBS. Its publisher asks that raw totals are turned into metric scores before anything is averaged.
    static let swemwbs = MetricScores(String(decoding: PackageResources.swemwbs_metric_csv, as: UTF8.self))

    /// Nil for what is no raw total.
    func score(of raw: Double) -> Double? { Int(exactly: raw).flatMap { scores[$0] } }

    /// Whether these can only be raw totals: each is one, and at least one of them is no metric score.
    func areRaw(_ values: some Sequence<Double>) -> Bool {
        let metric = Set(scores.values)
        var isCertain = false
        for value in values {
            guard score(of: value) != nil else { return false }
            if !metric.contains(value) { isCertain = true }
        }
        return isCertain
    }

    /// Whether a heading says that raw totals stand below it.
    static func saysRaw(_ header: String) -> Bool { HeaderText(header).words.contains("raw") }

    /// Whether a heading says that no raw totals stand below it.
    static func saysMetric(_ header: String) -> Bool { HeaderText(header).words.contains("metric") }

    /// What the scores are called once they are no raw totals any more.
    static func name(_ name: String) -> String {
        let words = name.split(separator: " ").filter { $0.lowercased().filter(\.isLetter) != "raw" }
        return words.joined(separator: " ") + " (metric score)"
    }
}
