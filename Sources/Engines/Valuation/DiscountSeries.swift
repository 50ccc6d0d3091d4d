import FoundationEssentials

/// A published series of discount rates that declines over the years.
///
/// - Source: HM Treasury, The Green Book (2026); the rates stand in `discount-series.csv`, with their date and source.
struct DiscountSeries: Sendable, Equatable {
    struct Step: Sendable, Equatable {
        let fromYear: Int
        let rate: Decimal
    }

    let steps: [Step]

    /// The rate of year `year`, counted from 1; nil before the first step.
    func rate(inYear year: Int) -> Decimal? { steps.last { $0.fromYear <= year }?.rate }

    /// Reads the series called `name` from the table that the engine carries.
    init(named name: String) throws(ValuationError) {
        try self.init(named: name, in: String(decoding: PackageResources.discount_series_csv, as: UTF8.self))
    }

    init(named name: String, in table: String) throws(ValuationError) {
        var steps: [Step] = []
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == 3 else { throw .seriesUnreadable }
            guard fields[0] == name else { continue }
            guard let year = Int(fields[1]), let rate = Decimal(string: String(fields[2])),
                year > steps.last?.fromYear ?? 0, rate >= 0, rate < 1
            else { throw .seriesUnreadable }
            steps.append(Step(fromYear: year, rate: rate))
        }
        guard steps.first?.fromYear == 1 else { throw .seriesUnreadable }
        self.steps = steps
    }
}
