import CanonicalJSON
import Charts

enum Examples {
    static let worth = WorthChart(
        description:
            "Bars: people on the programme £84,300, the Department for Work and Pensions £21,900, families £-4,200",
        axis: "Worth today, pounds",
        bars: [
            .init(name: "People on the programme", value: 84_300, label: "£84,300"),
            .init(name: "Department for Work and Pensions (fewer benefits paid)", value: 21_900, label: "£21,900"),
            .init(name: "Families and carers", value: -4_200, label: "−£4,200"),
        ])

    static let sensitivity = SensitivityChart(
        description: "Tornado chart", axis: "Pounds of value for each pound put in", ratio: 1.8,
        ratioLabel: "Our figure 1.80",
        evenLabel: "1 to 1",
        rows: [
            .init(name: "What would have happened anyway", low: 0.8, high: 2.6, lowLabel: "0.80", highLabel: "2.60"),
            .init(
                name: "Number of people who moved into work", low: 1.2, high: 2.4, lowLabel: "1.20", highLabel: "2.40"),
            .init(name: "Discount rate", low: 1.75, high: 1.86, lowLabel: "1.75", highLabel: "1.86"),
        ])

    static let slopes = ChangeChart(
        description: "Slope chart", axis: "Yearly earnings, US dollars", beforeLabel: "1975", afterLabel: "1978",
        groups: [
            .init(
                name: "On the programme", before: .init(low: 1100, mean: 1532, high: 1964, label: "$1,532"),
                after: .init(low: 5210, mean: 6349, high: 7488, label: "$6,349")),
            .init(
                name: "Comparison group", before: .init(low: 890, mean: 1267, high: 1644, label: "$1,267"),
                after: .init(low: 3884, mean: 4555, high: 5225, label: "$4,555")),
        ])

    static let rows = ChangeChart(
        description: "Points with intervals",
        axis: "Yearly earnings, US dollars", beforeLabel: "", afterLabel: "1978",
        groups: [
            .init(
                name: "On the programme", before: nil, after: .init(low: 5210, mean: 6349, high: 7488, label: "$6,349")),
            .init(
                name: "Comparison group", before: nil, after: .init(low: 3884, mean: 4555, high: 5225, label: "$4,555")),
        ])

    static let alone = ChangeChart(
        description: "Slope chart", axis: "UCLA three-item score",
        beforeLabel: "At the start", afterLabel: "After six months",
        groups: [
            .init(
                name: "Everybody measured twice", before: .init(low: 6.4, mean: 6.9, high: 7.4, label: "6.9"),
                after: .init(low: 5.2, mean: 5.7, high: 6.2, label: "5.7"))
        ])

    static let names = ["worth", "sensitivity", "slopes", "rows", "alone"]

    static func specification(_ name: String) -> JSON {
        switch name {
        case "worth": worth.specification
        case "sensitivity": sensitivity.specification
        case "slopes": slopes.specification
        case "rows": rows.specification
        default: alone.specification
        }
    }
}
