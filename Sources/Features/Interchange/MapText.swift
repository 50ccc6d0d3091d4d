import CanonicalJSON
import FoundationEssentials
import Words

/// One step of a path to a member: `.deadweight`, or `["net worth"]` where the key is not a plain name.
func jsonStep(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
    if isPlain, let first = key.first, !first.isNumber, key.count <= 100 { return ".\(key)" }
    return "[\(JSON.string(String(key.prefix(100))).canonicalText)]"
}

/// What a value is, in words.
func kind(of json: JSON) -> Phrase {
    switch json {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
}

/// The value itself where it is short, else what it is.
func shown(_ json: JSON) -> Phrase {
    switch json {
    case .string(let text) where text.count <= 40: "\(json.canonicalText)"
    case .number: "\(json.canonicalText)"
    default: kind(of: json)
    }
}

/// The known key that was most likely meant: at most two letters changed, added, lost or swapped, capitals aside.
func nearest(_ key: String, among known: [String]) -> String? {
    guard key.utf8.count <= 40 else { return nil }
    let found = known.map { ($0, distance(key.lowercased(), $0.lowercased())) }.min { $0.1 < $1.1 }
    guard let found, found.1 <= 2, found.1 < found.0.count / 2 else { return nil }
    return found.0
}

/// The optimal string alignment distance between two short texts.
private func distance(_ one: String, _ other: String) -> Int {
    let a = Array(one)
    let b = Array(other)
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in 0..<a.count {
        var next = [i + 1]
        for j in 0..<b.count {
            var best = min(next[j] + 1, row[j + 1] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
            next.append(best)
        }
        before = row
        row = next
    }
    return row[b.count]
}

/// The decimal that a person typed, from the shortest digits of its double; nil beyond what is ever valued.
func typedDecimal(_ number: Double) -> Decimal? {
    guard number.isFinite, number.magnitude < 1e30 else { return nil }
    // Less than a penny of the largest amount, so no figure can show it.
    guard number.magnitude > 1e-30 else { return 0 }
    return Decimal(string: JSON.number(number).canonicalText)
}
