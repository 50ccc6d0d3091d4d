import FoundationEssentials

/// A number as people write it in a text cell: `£1,200`, `1.2k`, `25 %`, `(300)`, `approx 20`, `n/a`.
enum WrittenNumber: Sendable, Equatable {
    case number(Decimal, isPercent: Bool)
    /// `1.200` or `1,200`: with the point or with the comma as the decimal sign. `pointMarks` says which sign stands there.
    case either(point: Decimal, comma: Decimal, isPercent: Bool, signIsPoint: Bool)
    /// Words for nothing: `nil`, `none`.
    case zeroInWords(isPercent: Bool)
    /// Nobody knows or nobody has said: `n/a`, `unknown`, `tbc`, `-`.
    case missing
    case unclear

    /// Which sign a column's other numbers show to be the decimal one.
    enum Style: Sendable, Equatable { case point, comma }

    init(_ raw: String) {
        guard raw.utf8.count <= 60 else {
            self = .unclear
            return
        }
        var text = raw.lowercased()
        text = NumberWords.withoutNoteMarks(NumberWords.trimmed(text))
        if NumberWords.missing.contains(text) || text.isEmpty {
            self = .missing
            return
        }
        if NumberWords.zero.contains(text) {
            self = .zeroInWords(isPercent: false)
            return
        }
        self = WrittenNumber.parse(text)
    }

    private static func parse(_ raw: String) -> WrittenNumber {
        var text = NumberWords.withoutApproximation(raw)
        var isNegative = false
        if text.hasPrefix("("), text.hasSuffix(")") {
            isNegative = true
            text = NumberWords.trimmed(String(text.dropFirst().dropLast()))
        } else {
            text = NumberWords.withoutBracketedWords(text)
        }
        var sign = NumberWords.takeSign(&text)
        text = NumberWords.withoutCurrency(text)
        if !sign { sign = NumberWords.takeSign(&text) }
        if sign {
            if isNegative { return .unclear }
            isNegative = true
        }
        guard let first = text.unicodeScalars.first, isDigit(first) || first == "." || first == "," else {
            return .unclear
        }
        let (body, tail) = NumberWords.split(text)
        guard let ending = NumberWords.Ending(tail) else { return .unclear }
        guard let reading = Digits(body) else { return .unclear }
        let factor = ending.factor * (isNegative ? -1 : 1)
        switch reading {
        case .certain(let number): return .number(number * factor, isPercent: ending.isPercent)
        case .open(let point, let comma, let signIsPoint):
            if ending.factor != 1 {
                // With thousands or millions behind it, a point is decimal and a comma groups: nobody writes 1200 k as 1.200 k.
                return .number(point * factor, isPercent: ending.isPercent)
            }
            return .either(
                point: point * factor, comma: comma * factor, isPercent: ending.isPercent, signIsPoint: signIsPoint)
        }
    }

    /// Whether a text says thousands or millions itself: `1.2k`.
    static func namesScale(_ raw: String) -> Bool {
        let text = NumberWords.withoutCurrency(NumberWords.withoutApproximation(NumberWords.trimmed(raw.lowercased())))
        return NumberWords.Ending(NumberWords.split(text).tail).map { $0.factor != 1 } ?? false
    }

    /// What this text shows about the decimal sign of its column; nil where it shows nothing.
    static func style(of raw: String) -> Style? {
        guard raw.utf8.count <= 60, raw.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) else { return nil }
        var text = NumberWords.withoutApproximation(NumberWords.trimmed(raw.lowercased()))
        _ = NumberWords.takeSign(&text)
        text = NumberWords.withoutCurrency(text)
        _ = NumberWords.takeSign(&text)
        return Digits.style(of: NumberWords.split(text).body)
    }
}

func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// The digits of a number with their grouping and decimal signs.
enum Digits: Equatable {
    case certain(Decimal)
    case open(point: Decimal, comma: Decimal, signIsPoint: Bool)

    init?(_ body: String) {
        let scalars = Array(body.unicodeScalars)
        guard scalars.count <= 40, scalars.contains(where: isDigit) else { return nil }
        let points = scalars.filter { $0 == "." }.count
        let commas = scalars.filter { $0 == "," }.count
        switch (points, commas) {
        case (0, 0):
            guard let number = Digits.grouped(body, by: nil) else { return nil }
            self = .certain(number)
        case (1, 1...), (1..., 1):
            guard let lastPoint = scalars.lastIndex(of: "."), let lastComma = scalars.lastIndex(of: ",") else {
                return nil
            }
            let decimal: Character = lastPoint > lastComma ? "." : ","
            guard (decimal == "." ? points : commas) == 1,
                let number = Digits.decimal(body, sign: decimal, groups: decimal == "." ? "," : ".")
            else { return nil }
            self = .certain(number)
        case (2..., 0), (0, 2...):
            guard let number = Digits.grouped(body, by: points > 0 ? "." : ",") else { return nil }
            self = .certain(number)
        case (1, 0), (0, 1):
            let sign: Character = points == 1 ? "." : ","
            guard let asDecimal = Digits.decimal(body, sign: sign, groups: nil) else { return nil }
            if !body.hasPrefix("0"), let asGroups = Digits.grouped(body, by: sign) {
                self =
                    sign == "."
                    ? .open(point: asDecimal, comma: asGroups, signIsPoint: true)
                    : .open(point: asGroups, comma: asDecimal, signIsPoint: false)
            } else {
                self = .certain(asDecimal)
            }
        default: return nil
        }
    }

    static func style(of body: String) -> WrittenNumber.Style? {
        guard case .certain = Digits(body) else { return nil }
        guard let sign = body.last(where: { $0 == "." || $0 == "," }) else { return nil }
        // Several of one sign only group, so the other sign is the decimal one.
        let isGrouping = body.filter { $0 == sign }.count > 1
        return (sign == ".") != isGrouping ? .point : .comma
    }

    private static func decimal(_ body: String, sign: Character, groups: Character?) -> Decimal? {
        let parts = body.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].allSatisfy(\.isASCII), parts[1].unicodeScalars.allSatisfy(isDigit) else {
            return nil
        }
        guard !(parts[0].isEmpty && parts[1].isEmpty) else { return nil }
        let whole: Decimal
        if parts[0].isEmpty {
            whole = 0
        } else {
            guard let number = grouped(String(parts[0]), by: groups) else { return nil }
            whole = number
        }
        guard !parts[1].isEmpty else { return whole }
        guard parts[1].count <= 20, let fraction = Decimal(string: "0." + parts[1]) else { return nil }
        return whole + fraction
    }

    /// A whole number, in groups of three where a sign or a space groups it (in twos before the last group, as in India).
    private static func grouped(_ body: String, by sign: Character?) -> Decimal? {
        let spaces: Set<Character> = [" ", "'", "\u{2019}"]
        let groups = body.split(omittingEmptySubsequences: false) { $0 == sign || spaces.contains($0) }
        guard let first = groups.first, let last = groups.last,
            groups.allSatisfy({ $0.unicodeScalars.allSatisfy(isDigit) })
        else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(first.count), last.count == 3,
                groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 || $0.count == 2 })
            else { return nil }
        }
        let digits = groups.joined()
        guard (1...25).contains(digits.count) else { return nil }
        return Decimal(string: digits)
    }
}
