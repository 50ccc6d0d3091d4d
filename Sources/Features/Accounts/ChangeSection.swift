import FoundationEssentials
package import Words

/// One measured outcome.
package struct ChangeSection: Sendable {
    package var number: Int
    package var name: String
    package var currency: String?
    package var sentence: Phrase
    package var higherIsBetter: Bool
    package var main: Figure
    package var beside: [Figure]
    package var groups: [ChangeGroup]
    package var attrition: Phrase
    /// Of the people on the programme, how many were measured both before and after; nil where the measure has no before.
    package var measuredTwice: ShownNumber?
    /// And how many were not: nothing is known of what changed for them.
    package var notMeasuredTwice: ShownNumber?
    /// The provider's concept for this outcome, once words are shared.
    package var concept: String?

    package init(
        number: Int, name: String, currency: String? = nil, sentence: Phrase, higherIsBetter: Bool, main: Figure,
        beside: [Figure], groups: [ChangeGroup], attrition: Phrase, measuredTwice: ShownNumber? = nil,
        notMeasuredTwice: ShownNumber? = nil, concept: String? = nil
    ) {
        self.number = number
        self.name = name
        self.currency = currency
        self.sentence = sentence
        self.higherIsBetter = higherIsBetter
        self.main = main
        self.beside = beside
        self.groups = groups
        self.attrition = attrition
        self.measuredTwice = measuredTwice
        self.notMeasuredTwice = notMeasuredTwice
        self.concept = concept
    }

    /// Whether there is a change or difference that its 95 % interval keeps apart from none; never by one measurement alone.
    package var showsClearChange: Bool {
        guard showsChange, let low = main.low, let high = main.high else { return false }
        return low > 0 || high < 0
    }

    /// Whether what its figure says is good news; of use only where the change is clear.
    package var isForTheBetter: Bool { main.value.map { ($0 > 0) == higherIsBetter } ?? false }

    /// Whether there is anything to compare with: a comparison group, or a measurement before.
    package var showsChange: Bool { groups.count > 1 || groups.first?.before != nil }
}
