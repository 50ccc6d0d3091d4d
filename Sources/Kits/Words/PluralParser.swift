/// Reads a plural expression. Nil for what is not one, is longer than 1,000 characters or nested deeper than 40.
struct PluralParser {
    private var rest: Substring
    private var depth = 0

    static func expression(_ text: String) -> PluralExpression? {
        guard text.utf8.count <= 1000 else { return nil }
        var parser = PluralParser(rest: text[...])
        guard let expression = parser.choice(), parser.skipSpace().isEmpty else { return nil }
        return expression
    }

    /// The rule of a header such as `nplurals=2; plural=n != 1;`.
    static func rule(_ header: String) -> PluralRule? {
        var count: Int?
        var expression: PluralExpression?
        for part in header.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            switch sides[0].trimmed {
            case "nplurals": count = Int(sides[1].trimmed)
            case "plural": expression = Self.expression(String(sides[1]))
            default: continue
            }
        }
        guard let count, (1...10).contains(count), let expression else { return nil }
        return PluralRule(count: count, expression: expression)
    }

    private init(rest: Substring) {
        self.rest = rest
    }

    private mutating func choice() -> PluralExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 40, let condition = binary(above: 0) else { return nil }
        guard take("?") else { return condition }
        guard let yes = choice(), take(":"), let no = choice() else { return nil }
        return .choice(condition, yes, no)
    }

    private mutating func binary(above floor: Int) -> PluralExpression? {
        guard var left = unary() else { return nil }
        while let sign = nextOperator(), sign.precedence > floor {
            rest = skipSpace().dropFirst(sign.rawValue.count)
            guard let right = binary(above: sign.precedence) else { return nil }
            left = .binary(sign, left, right)
        }
        return left
    }

    private mutating func unary() -> PluralExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 40 else { return nil }
        if take("!") { return unary().map { .not($0) } }
        if take("(") {
            guard let inner = choice(), take(")") else { return nil }
            return inner
        }
        if take("n") { return .number }
        let digits = skipSpace().prefix { $0.isASCII && $0.isNumber }
        guard let value = UInt(digits) else { return nil }
        rest = rest[digits.endIndex...]
        return .constant(value)
    }

    private func nextOperator() -> PluralExpression.Operator? {
        let here = skipSpace()
        // Two-character signs stand first in the list, so "<=" is not read as "<".
        return PluralExpression.Operator.allCases.first { here.hasPrefix($0.rawValue) }
    }

    private mutating func take(_ sign: Character) -> Bool {
        let here = skipSpace()
        guard here.first == sign else { return false }
        rest = here.dropFirst()
        return true
    }

    private func skipSpace() -> Substring { rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" } }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
        return start[...last]
    }
}
