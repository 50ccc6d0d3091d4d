package import CanonicalJSON
import FoundationEssentials
package import Valuation
import Words

/// A value map that was read from JSON, and the paths of everything that nobody stated and a default stands in for.
package struct MapDocument: Sendable, Equatable {
    package let map: ValueMap
    package let defaults: [String]

    /// The largest text that is read, in bytes, and the most rows of each kind.
    package static let mostBytes = 8 << 20
    package static let mostRows = 2_000

    /// Reads a value map; all problems are thrown together.
    package init(parsing bytes: [UInt8]) throws(MapProblems) {
        let json: JSON
        do {
            json = try JSON(parsing: bytes, limits: JSONLimits(bytes: Self.mostBytes, depth: 32))
        } catch {
            throw MapProblems(error)
        }
        try self.init(json)
    }

    package init(_ json: JSON) throws(MapProblems) {
        var reading = MapReading()
        let map = reading.map(json)
        var problems = reading.problems
        if reading.unlisted > 0 {
            problems.append(MapProblem("$", "\(reading.unlisted) more problems are not listed."))
        }
        guard let map, problems.isEmpty else { throw MapProblems(problems) }
        self.map = map
        self.defaults = reading.defaults
    }
}

extension MapReading {
    fileprivate mutating func map(_ json: JSON) -> ValueMap? {
        let known = ["currency", "discountRate", "convention", "inputs", "outcomes"]
        guard let members = members(of: json, at: "$", known: known) else { return nil }
        let currency = currency(members["currency"])
        let rate = rate(members["discountRate"], at: "$.discountRate")
        if members["discountRate"] == nil { defaulted("$.discountRate") }
        let convention = choice(members["convention"], at: "$.convention", default: Convention.endOfYear)
        let inputs = list(members["inputs"], at: "$.inputs", most: MapDocument.mostRows).enumerated().map {
            input($1, at: "$.inputs[\($0)]")
        }
        let outcomes = list(members["outcomes"], at: "$.outcomes", most: MapDocument.mostRows).enumerated().map {
            outcome($1, at: "$.outcomes[\($0)]")
        }
        var map = ValueMap(
            currency: currency, convention: convention, inputs: inputs.compactMap(\.self),
            outcomes: outcomes.compactMap(\.self))
        if let rate { map.discountRate = rate }
        return map
    }

    private mutating func currency(_ json: JSON?) -> String {
        guard let json else {
            defaulted("$.currency")
            return "GBP"
        }
        if let code = json.stringValue, code.utf8.count == 3,
            code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        {
            return code
        }
        refuse(
            "$.currency", "This must be the three capital letters of a currency, such as GBP, and is \(shown(json)).")
        return "GBP"
    }

    /// A flat rate or the name of a series; nil where the key is absent or wrong.
    private mutating func rate(_ json: JSON?, at path: String) -> DiscountRate? {
        guard let json else { return nil }
        let expected: Phrase = "a number from 0 to 0.2, or \"standard\", or \"health\""
        switch json {
        case "standard": return .standard
        case "health": return .health
        case .string:
            refuse(path, "This must be \(expected), and is \(shown(json)).")
            return nil
        default:
            return number(json, at: path, in: ValuationLimits.rate, expected: expected).map(DiscountRate.flat)
        }
    }

    private mutating func input(_ json: JSON, at path: String) -> Input? {
        let known = ["stakeholder", "amount", "kind", "year"]
        guard let members = members(of: json, at: path, known: known) else { return nil }
        let stakeholder = optionalText(members["stakeholder"], at: path + ".stakeholder")
        let amount = number(
            members["amount"], at: path + ".amount", in: 0...ValuationLimits.largest, expected: "a number of 0 or more")
        let kind = choice(members["kind"], at: path + ".kind", default: Input.Kind.cash)
        let year = optionalWhole(members["year"], at: path + ".year", in: ValuationLimits.inputYear, default: 0)
        return Input(stakeholder: stakeholder ?? "", amount: amount ?? 0, kind: kind, year: year)
    }

    private mutating func outcome(_ json: JSON, at path: String) -> Outcome? {
        let shares = ["deadweight", "displacement", "attribution", "dropOff"]
        let known =
            ["stakeholder", "outcome", "quantity", "proxy"] + shares
            + ["duration", "start", "discountRate", "unit", "source", "priceYear"]
        guard let members = members(of: json, at: path, known: known) else { return nil }
        let stakeholder = text(members["stakeholder"], at: path + ".stakeholder")
        let name = text(members["outcome"], at: path + ".outcome")
        let largest = ValuationLimits.largest
        let quantity = number(
            members["quantity"], at: path + ".quantity", in: 0...largest, expected: "a number of 0 or more")
        let proxy = number(members["proxy"], at: path + ".proxy", in: -largest...largest, expected: "a number")
        var outcome = Outcome(stakeholder: stakeholder, outcome: name, quantity: quantity ?? 0, proxy: proxy ?? 0)
        for assumption in Assumption.allCases where assumption.isShare {
            outcome[assumption] = optionalNumber(
                members[assumption.rawValue], at: "\(path).\(assumption.rawValue)", in: ValuationLimits.share,
                default: 0, expected: "a share from 0 to 1")
        }
        outcome.duration = optionalWhole(
            members["duration"], at: path + ".duration", in: ValuationLimits.duration, default: 1)
        outcome.start = choice(members["start"], at: path + ".start", default: Outcome.Start.after)
        outcome.discountRate = rate(members["discountRate"], at: path + ".discountRate")
        _ = optionalText(members["unit"], at: path + ".unit")
        _ = optionalText(members["source"], at: path + ".source")
        priceYear(members["priceYear"], at: path + ".priceYear")
        return outcome
    }

    /// A year as a number, or as a text such as "2023/24".
    private mutating func priceYear(_ json: JSON?, at path: String) {
        guard let json else { return }
        if let year = json.integerValue, (1900...2999).contains(year) { return }
        if json.stringValue != nil {
            _ = optionalText(json, at: path)
        } else {
            refuse(path, "This must be a year such as 2024, or a text such as \"2023/24\", and is \(shown(json)).")
        }
    }
}
