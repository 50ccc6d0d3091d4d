import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

/// The three rows of headings of the value map that comes with the SROI Guide (2012): stages' groups, names, questions.
@Suite struct `The value map of the SROI Guide` {
    private let groups: [Cell] = [
        "Stakeholders", "Intended/unintended changes", "Inputs", nil, "Outputs", "The Outcomes (what changes)", nil,
        nil, nil, nil, nil, nil,
        nil, nil, "Deadweight %", "Displacement %", "Attribution %", "Drop off %", "Impact",
        "Calculating Social Return", nil,
    ]
    private let names: [Cell] = [
        nil, nil, "Description", "Value £", "Summary of activity in numbers", "Description", "Indicator", "Source",
        "Quantity", "Duration",
        "Outcomes start", "Financial Proxy", "Value £", "Source", nil, nil, nil, nil, nil, "Year 1", "Year 2",
    ]
    private let questions: [Cell] = [
        "Who do we have an effect on? Who has an effect on us?", "What do you think will change for them?",
        "What do they invest?", nil,
        "Summary of activity in numbers", "How would you describe the change?", "How would you measure it?",
        "Where did you get the information from?", "How much change was there?",
        "How long does it last after end of activity?",
        "Does it start in period of activity or in period after?", "What proxy would you use to value the change?",
        "What is the value of the change?", "Where did you get the information from?",
        "What would have happened without the activity?",
        "What activity did you displace?", "Who else contributed to the change?",
        "Does the outcome drop off in future years?",
        "Quantity times financial proxy, less deadweight, displacement and attribution", nil, nil,
    ]
    private let row: [Cell] = [
        "Residents", "Fewer falls", "Time", 0, "1 group, 3 times a week", "Fewer falls", "Fewer visits to hospital",
        "Interviews", 7, 5, 2,
        "Visit to hospital", 94, "NHS costs", .percent(0.05), .percent(0), .percent(0.05), .percent(0.5), 593.84,
        593.84, 296.92,
    ]
    private let funder: [Cell] = ["Local authority", "Material outcomes for residents only", "Contract", 24_375]

    private var merged: [CellRange] {
        [
            CellRange(sheet: "Value map", columns: 2...3, rows: 0...0),
            CellRange(sheet: "Value map", columns: 5...13, rows: 0...0),
            CellRange(sheet: "Value map", columns: 19...20, rows: 0...0),
        ]
    }

    @Test(arguments: [true, false], [true, false])
    func `is read with its groups and its questions`(isMerged: Bool, hasQuestions: Bool) throws {
        let rows = [groups, names] + (hasQuestions ? [questions] : []) + [row, funder]
        let map = try understood(Sheet("Value map", rows, merged: isMerged ? merged : [])).map
        let outcome = try #require(map.outcomes.first)
        #expect(map.outcomes.count == 1)
        #expect(map.inputs.map(\.amount.value) == [0, 24_375])
        #expect(map.inputs.map(\.description) == ["Time", "Contract"])
        #expect(map.inputs.map(\.stakeholder) == ["Residents", "Local authority"])
        #expect(outcome.stakeholder == "Residents")
        #expect(outcome.outcome == "Fewer falls")
        #expect(outcome.output == "1 group, 3 times a week")
        #expect(outcome.indicator == "Fewer visits to hospital")
        #expect(outcome.indicatorSource == "Interviews")
        #expect(outcome.quantity.value == .number(7))
        #expect(outcome.duration.value == 5)
        #expect(outcome.start.value == .after)
        #expect(outcome.proxyName == "Visit to hospital")
        #expect(outcome.proxy.value == 94)
        #expect(outcome.proxySource == "NHS costs")
        #expect(outcome.deadweight.value == Decimal(5) / 100)
        #expect(outcome.displacement.value == 0)
        #expect(outcome.attribution.value == Decimal(5) / 100)
        #expect(outcome.dropOff.value == Decimal(50) / 100)
    }
}
