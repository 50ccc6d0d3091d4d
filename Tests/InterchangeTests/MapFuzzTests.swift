import CanonicalJSON
import FoundationEssentials
import Peers
import Testing
import Valuation

@testable import Interchange

/// Whatever comes in, a map is either valued with figures that are numbers, or refused with at least one problem.
@Suite struct MapFuzzTests {
    private static let seed = """
        {"currency":"GBP","discountRate":0.035,"convention":"midYear","inputs":[{"stakeholder":"A","amount":30000,"kind":"cash",\
        "year":1}],"outcomes":[{"stakeholder":"B","outcome":"C","quantity":20,"proxy":1500,"deadweight":0.2,"displacement":0,\
        "attribution":0.25,"dropOff":0.1,"duration":3,"start":"after","discountRate":"health","unit":"u","priceYear":2020}]}
        """

    private static let strange: [JSON] = [
        .null, true, 0, -0.0, -1, 1.5, 2, 1e-300, 2.2250738585072014e-308, 1e15, 1e16, 1e300, 1.7976931348623157e308,
        0.1, 1, 100, 101,
        0.9999999999999999, "", "standard", "after", "\u{0}", "ZAR", [], [[]], [:], ["a": 1],
    ]

    @Test func `strange values in every place`() throws {
        var random = SplitMix(seed: 17)
        let whole = try JSON(parsing: Self.seed)
        for _ in 0..<3_000 {
            var json = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) { json = changed(json, &random) }
            try check(json.canonical)
        }
    }

    @Test func `damaged bytes`() throws {
        var random = SplitMix(seed: 18)
        for _ in 0..<3_000 {
            var bytes = Array(Self.seed.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                }
            }
            try check(bytes)
        }
    }

    private func check(_ bytes: [UInt8]) throws {
        let document: MapDocument
        do {
            document = try MapDocument(parsing: bytes)
        } catch {
            #expect(!error.problems.isEmpty)
            #expect(error.problems.allSatisfy { $0.path.hasPrefix("$") })
            return
        }
        do {
            let text = ValuedDocument(try value(document.map), defaults: document.defaults).json.canonicalText
            for member in ["inputs", "presentValue", "netPresentValue"] {
                #expect(!text.contains("\"\(member)\":null"))
            }
        } catch {
            #expect(MapProblems(error).problems.count == 1)
        }
    }

    /// The value with one member or element, somewhere in it, made strange, taken out or given another name.
    private func changed(_ json: JSON, _ random: inout SplitMix) -> JSON {
        let strange = Self.strange.randomElement(using: &random) ?? .null
        switch json {
        case .object(var members) where !members.isEmpty:
            guard let key = members.keys.sorted().randomElement(using: &random), let value = members[key] else {
                return strange
            }
            switch Int.random(in: 0..<8, using: &random) {
            case 0: members[key] = nil
            case 1: members[key + "s"] = value
            case 2...4: members[key] = strange
            default: members[key] = changed(value, &random)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty:
            let index = Int.random(in: 0..<elements.count, using: &random)
            if Int.random(in: 0..<8, using: &random) == 0 {
                elements.append(elements[index])
            } else {
                elements[index] = changed(elements[index], &random)
            }
            return .array(elements)
        default: return strange
        }
    }
}
