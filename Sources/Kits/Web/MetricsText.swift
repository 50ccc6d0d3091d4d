/// Figures in Prometheus' text format, version 0.0.4.
struct MetricsText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// One figure with all its values.
    ///
    /// - Parameter values: the labels of each, and the value.
    mutating func add(_ name: String, _ kind: String, _ help: String, _ values: [([(String, String)], Double)]) {
        guard !values.isEmpty else { return }
        begin(name, kind, help)
        for (labels, value) in values { line(name, labels, value) }
    }

    mutating func add(requests all: [(key: Metrics.Key, series: Metrics.Series)]) {
        add(
            "outcomes_requests_total", "counter", "Requests that were answered, by the class of their status.",
            all.flatMap { key, series in
                series.answers.sorted { $0.key < $1.key }.map {
                    (key.labels + [("status", "\($0.key)xx")], Double($0.value))
                }
            })
        guard !all.isEmpty else { return }
        let name = "outcomes_request_duration_seconds"
        begin(name, "histogram", "From the first byte of a request to the last of its answer.")
        for (key, series) in all {
            var count = 0
            for (place, own) in series.counts.enumerated() {
                count += own
                let bound = place < Metrics.bounds.count ? Self.number(Double(Metrics.bounds[place]) / 1000) : "+Inf"
                line(name + "_bucket", key.labels + [("le", bound)], Double(count))
            }
            line(name + "_sum", key.labels, Double(series.milliseconds) / 1000)
            line(name + "_count", key.labels, Double(count))
        }
    }

    private mutating func begin(_ name: String, _ kind: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let inside = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        text += inside.isEmpty ? name : "\(name){\(inside)}"
        text += " \(Self.number(value))\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }
}

extension Metrics.Key {
    fileprivate var labels: [(String, String)] { [("method", method), ("route", route)] }
}
