import CanonicalJSON
import FoundationEssentials
import Valuation
import Words

/// One pass over a value map in JSON: it takes what it can and keeps every problem and every default that it met.
struct MapReading {
    private(set) var problems: [MapProblem] = []
    private(set) var defaults: [String] = []
    /// Beyond so many the rest are counted, not listed.
    static let mostProblems = 1_000
    private(set) var unlisted = 0

    mutating func defaulted(_ path: String) { defaults.append(path) }

    mutating func refuse(_ path: String, _ detail: Phrase) {
        if problems.count < Self.mostProblems {
            problems.append(MapProblem(path, detail))
        } else {
            unlisted += 1
        }
    }

    /// The members of an object, after refusing what is unknown.
    mutating func members(of json: JSON, at path: String, known: [String]) -> [String: JSON]? {
        guard let members = json.objectValue else {
            refuse(path, "This must be an object, and is \(kind(of: json)).")
            return nil
        }
        for key in members.keys.sorted() where !known.contains(key) {
            let place = path + jsonStep(key)
            if let meant = nearest(key, among: known) {
                refuse(place, "This key is not known. Did you mean “\(meant)”?")
            } else {
                refuse(place, "This key is not known. Known here: \(known.joined(separator: ", ")).")
            }
        }
        return members
    }

    mutating func list(_ json: JSON?, at path: String, most: Int) -> [JSON] {
        guard let json else {
            refuse(path, "This list is missing. Give [] where there is nothing.")
            return []
        }
        guard let elements = json.arrayValue else {
            refuse(path, "This must be a list, and is \(kind(of: json)).")
            return []
        }
        guard elements.count <= most else {
            refuse(path, "This list has \(elements.count) entries. The most that is taken is \(most).")
            return []
        }
        return elements
    }

    /// A number within limits; nil, with the problem kept, where it is missing or wrong.
    mutating func number(
        _ json: JSON?, at path: String, in range: ClosedRange<Decimal>, expected: Phrase
    ) -> Decimal? {
        guard let json else {
            refuse(path, "This is missing. It must be \(expected).")
            return nil
        }
        guard let number = json.numberValue else {
            refuse(path, "This must be \(expected), and is \(kind(of: json)).")
            return nil
        }
        guard number.magnitude <= ValuationLimits.largest.double else {
            refuse(path, "This number is too large: \(json.canonicalText).")
            return nil
        }
        guard let decimal = typedDecimal(number), range.contains(decimal) else {
            refuse(path, "This must be \(expected), and is \(json.canonicalText).")
            return nil
        }
        return decimal
    }

    mutating func optionalNumber(
        _ json: JSON?, at path: String, in range: ClosedRange<Decimal>, default standard: Decimal, expected: Phrase
    ) -> Decimal {
        guard json != nil else {
            defaults.append(path)
            return standard
        }
        return number(json, at: path, in: range, expected: expected) ?? standard
    }

    mutating func optionalWhole(
        _ json: JSON?, at path: String, in range: ClosedRange<Int>, default standard: Int
    ) -> Int {
        guard let json else {
            defaults.append(path)
            return standard
        }
        if let whole = json.integerValue, range.contains(whole) { return whole }
        let found = json.numberValue == nil ? kind(of: json) : Phrase(verbatim: json.canonicalText)
        refuse(path, "This must be a whole number from \(range.lowerBound) to \(range.upperBound), and is \(found).")
        return standard
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ json: JSON?, at path: String, default standard: Choice
    ) -> Choice where Choice.RawValue == String {
        guard let json else {
            defaults.append(path)
            return standard
        }
        if let text = json.stringValue, let choice = Choice(rawValue: text) { return choice }
        let choices = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        refuse(path, "This must be one of \(choices), and is \(shown(json)).")
        return standard
    }

    mutating func text(_ json: JSON?, at path: String) -> String {
        guard let json else {
            refuse(path, "This is missing. It must be a text.")
            return ""
        }
        return optionalText(json, at: path) ?? ""
    }

    /// A text that says something; nil where the key is absent.
    mutating func optionalText(_ json: JSON?, at path: String) -> String? {
        guard let json else { return nil }
        guard let text = json.stringValue else {
            refuse(path, "This must be a text, and is \(kind(of: json)).")
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            refuse(path, "This text is empty.")
            return nil
        }
        guard text.utf8.count <= 4_000 else {
            refuse(path, "This text is longer than \(4_000) bytes.")
            return nil
        }
        guard
            !text.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            })
        else {
            refuse(path, "This text holds a control character.")
            return nil
        }
        return text
    }
}
