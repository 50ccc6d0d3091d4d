import CanonicalJSON

/// What a person checks before a draft is published, in few words. Texts are in the account's language, as they stand in it.
package struct DraftSummary: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
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
    package let smallQuantities: [SmallQuantity]
    package let story: Story
    /// How many things are listed under what we don't know.
    package let unknowns: Int
    /// Published editions beside which the draft would tell what single people answered.
    package let nearEditions: [NearEdition]

    package init(
        figures: [Line], smallQuantities: [SmallQuantity], story: Story, unknowns: Int, nearEditions: [NearEdition]
    ) {
        self.figures = figures
        self.smallQuantities = smallQuantities
        self.story = story
        self.unknowns = unknowns
        self.nearEditions = nearEditions
    }

    var json: JSON {
        [
            "figures": .array(figures.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "smallQuantities": .array(
                smallQuantities.map {
                    ["outcome": .string($0.outcome), "quantity": .string($0.quantity), "cell": .text($0.cell)]
                }),
            "story": .string(story.rawValue), "unknowns": .integer(unknowns),
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
            let unknowns = json["unknowns"]?.integerValue, let near = json["nearEditions"]?.arrayValue
        else { throw Damage() }
        self.figures = try figures.map { (line) throws(Damage) in
            guard let name = line["name"]?.stringValue, let value = line["value"]?.stringValue else { throw Damage() }
            return Line(name: name, value: value)
        }
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
        self.unknowns = unknowns
    }

    struct Damage: Error {}
}
