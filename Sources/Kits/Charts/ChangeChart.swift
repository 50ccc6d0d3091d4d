package import CanonicalJSON

/// What changed: averages before and after, or after alone, for each group, with their intervals.
package struct ChangeChart: Sendable, Equatable {
    /// The alternative text.
    package var description: String
    /// What is measured and its unit, over the chart.
    package var axis: String
    package var beforeLabel: String
    package var afterLabel: String
    /// The programme's group first.
    package var groups: [Group]

    package struct Group: Sendable, Equatable {
        package var name: String
        package var before: Average?
        package var after: Average

        package init(name: String, before: Average?, after: Average) {
            self.name = name
            self.before = before
            self.after = after
        }
    }

    /// An average with its 95 % interval, and the average as it is read.
    package struct Average: Sendable, Equatable {
        package var low: Double
        package var mean: Double
        package var high: Double
        package var label: String

        package init(low: Double, mean: Double, high: Double, label: String) {
            self.low = low
            self.mean = mean
            self.high = high
            self.label = label
        }
    }

    package init(
        description: String, axis: String, beforeLabel: String, afterLabel: String, groups: [Group]
    ) {
        self.description = description
        self.axis = axis
        self.beforeLabel = beforeLabel
        self.afterLabel = afterLabel
        self.groups = groups
    }

    /// The Vega-Lite specification: slopes where there is a before, else one row for each group.
    package var specification: JSON {
        groups.contains { $0.before != nil } ? slopes : rows
    }
}
