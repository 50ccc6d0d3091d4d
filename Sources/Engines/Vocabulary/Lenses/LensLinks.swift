/// What leads from concept to concept: made once of all mappings of a place, and shared by its lenses.
package struct LensLinks: Sendable {
    /// A mapping, and who states it.
    package struct Stated: Sendable {
        package let concept: String
        package let mapping: Mapping
        /// The IRI of the scheme of one organisation that states it; nil where it holds for everybody.
        package let ofOne: String?

        package init(_ concept: String, _ mapping: Mapping, ofOne: String? = nil) {
            self.concept = concept
            self.mapping = mapping
            self.ofOne = ofOne
        }
    }

    struct Step: Sendable {
        let likeness: Likeness
        let target: String
        let ofOne: String?
        /// Whether it goes from the concept that states it to the other.
        let isForward: Bool

        /// What one organisation says holds for whoever reads in its words, and for what it named by its own; it is no
        /// stepping stone for others, or anybody could move everybody's headings.
        func holds(in scheme: String, asFirst isFirst: Bool) -> Bool {
            ofOne == nil || ofOne == scheme || (isFirst && isForward)
        }
    }

    let steps: [String: [Step]]
    /// The IRIs of the concepts that are wider than one.
    package let broader: [String: [String]]

    package init(_ mappings: some Sequence<Stated>, broader: [String: [String]]) {
        var steps: [String: [Step]] = [:]
        for stated in mappings {
            let (concept, target) = (stated.concept, stated.mapping.target)
            guard let likeness = Likeness(stated.mapping.kind) else { continue }
            steps[concept, default: []].append(
                Step(likeness: likeness, target: target, ofOne: stated.ofOne, isForward: true))
            steps[target, default: []].append(
                Step(likeness: likeness.inverse, target: concept, ofOne: stated.ofOne, isForward: false))
        }
        self.steps = steps
        self.broader = broader
    }
}
