package import Words

/// One account: who, for whom, what changed, what it is worth, and how anyone can check it.
///
/// It is the one model behind the page, the paper, the workbook and the JSON; each shows these values and works out none.
package struct Account: Sendable {
    package var facts: AccountFacts
    package var about: Subject
    /// Two sentences.
    package var finding: [Phrase]
    /// What the finding can't tell, said next to it; nil where there is a comparison, or no change to explain.
    package var findingLimit: Phrase?
    package var ownWords: OwnWordsSection
    package var people: PeopleSection?
    package var changes: [ChangeSection]
    package var worth: WorthSection
    package var anyway: [Phrase]
    package var unknowns: [Phrase]
    package var cautions: [Phrase]
    package var assumptions: [StatedAssumption]
    package var figures: [Figure]

    package init(
        facts: AccountFacts, about: Subject, finding: [Phrase], findingLimit: Phrase? = nil, ownWords: OwnWordsSection,
        people: PeopleSection? = nil,
        changes: [ChangeSection], worth: WorthSection, anyway: [Phrase], unknowns: [Phrase], cautions: [Phrase],
        assumptions: [StatedAssumption], figures: [Figure]
    ) {
        self.facts = facts
        self.about = about
        self.finding = finding
        self.findingLimit = findingLimit
        self.ownWords = ownWords
        self.people = people
        self.changes = changes
        self.worth = worth
        self.anyway = anyway
        self.unknowns = unknowns
        self.cautions = cautions
        self.assumptions = assumptions
        self.figures = figures
    }

    package func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }
}
