import CanonicalJSON

/// What a person checks before a draft is published, in few words. Texts are in the account's language, as they stand in it.
package struct DraftSummary: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package let name: String
        package let value: String
        /// What the name means, where that is not plain.
        package let meaning: String?

        package init(name: String, value: String, meaning: String? = nil) {
            self.name = name
            self.value = value
            self.meaning = meaning
        }

        var json: JSON { ["name": .string(name), "value": .string(value), "meaning": .text(meaning)] }

        init(json: JSON) throws(Damage) {
            guard let name = json["name"]?.stringValue, let value = json["value"]?.stringValue else { throw Damage() }
            self.init(name: name, value: value, meaning: json["meaning"]?.stringValue)
        }
    }

    /// A quantity of one to four people that was typed into the map, and its cell.
    package struct SmallQuantity: Sendable, Equatable {
        package let outcome: String
        package let quantity: String
        package let cell: String?

        package init(outcome: String, quantity: String, cell: String?) {
            self.outcome = outcome
            self.quantity = quantity
            self.cell = cell
        }
    }

    package enum Story: String, Sendable { case none, shown, leftOut }

    package let figures: [Line]
    /// How many were measured again, by what was measured.
    package let attrition: [Line]
    /// How many people the others are compared with; nil where nobody is.
    package let comparison: String?
    package let smallQuantities: [SmallQuantity]
    package let story: Story
    /// What is listed under what we don't know.
    package let unknowns: [String]
    /// Published editions beside which the draft would tell what single people answered.
    package let nearEditions: [NearEdition]

    package init(
        figures: [Line], attrition: [Line], comparison: String?, smallQuantities: [SmallQuantity], story: Story,
        unknowns: [String], nearEditions: [NearEdition]
    ) {
        self.figures = figures
        self.attrition = attrition
        self.comparison = comparison
        self.smallQuantities = smallQuantities
        self.story = story
        self.unknowns = unknowns
        self.nearEditions = nearEditions
    }

    var json: JSON {
        [
            "figures": .array(figures.map(\.json)), "attrition": .array(attrition.map(\.json)),
            "comparison": .text(comparison),
            "smallQuantities": .array(
                smallQuantities.map {
                    ["outcome": .string($0.outcome), "quantity": .string($0.quantity), "cell": .text($0.cell)]
                }),
            "story": .string(story.rawValue), "unknowns": .array(unknowns.map(JSON.string)),
            "nearEditions": .array(
                nearEditions.map {
                    ["number": .integer($0.number), "measures": .array($0.measures.map(JSON.string))]
                }),
        ]
    }

    /// Reads what ``json`` wrote; anything else is damage.
    init(json: JSON) throws(Damage) {
        guard let figures = json["figures"]?.arrayValue, let small = json["smallQuantities"]?.arrayValue,
            let story = json["story"]?.stringValue.flatMap(Story.init(rawValue:)),
            let attrition = json["attrition"]?.arrayValue, let unknowns = json["unknowns"]?.arrayValue,
            let near = json["nearEditions"]?.arrayValue
        else { throw Damage() }
        self.figures = try figures.map(Line.init(json:))
        self.attrition = try attrition.map(Line.init(json:))
        comparison = json["comparison"]?.stringValue
        smallQuantities = try small.map { (line) throws(Damage) in
            guard let outcome = line["outcome"]?.stringValue, let quantity = line["quantity"]?.stringValue else {
                throw Damage()
            }
            return SmallQuantity(outcome: outcome, quantity: quantity, cell: line["cell"]?.stringValue)
        }
        nearEditions = try near.map { (edition) throws(Damage) in
            guard let number = edition["number"]?.integerValue, let measures = edition["measures"]?.arrayValue else {
                throw Damage()
            }
            return NearEdition(number: number, measures: measures.compactMap(\.stringValue))
        }
        self.story = story
        self.unknowns = unknowns.compactMap(\.stringValue)
    }

    struct Damage: Error {}
}
