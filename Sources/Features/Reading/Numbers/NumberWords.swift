import FoundationEssentials

/// The words and signs that people put around numbers.
enum NumberWords {
    static let missing: Set<String> = [
        "-", "--", "\u{2013}", "\u{2014}", "n/a", "na", "n.a.", "n.a", "#n/a", "n/k", "nk", "n.k.", "not known",
        "unknown",
        "unkown", "not applicable", "not available", "tbc", "tbd", "t.b.c.", "to be confirmed", "to be decided",
        "to follow",
        "?", "??", "???", "missing", "no data", "not stated", "not collected", "not asked", "not recorded",
        "did not answer",
        "no answer", "no response", "dna", "prefer not to say", "refused", "declined", "null", "blank", ".", "..",
        "...",
        "\u{2026}", "not yet known", "don't know", "don’t know", "dont know", "dk", "pending", "anhysbys",
        "amherthnasol",
    ]

    /// What stands in place of a score that was not taken.
    static let notMeasured: Set<String> = [
        "lost to follow up", "lost to follow-up", "ltfu", "lost", "n/d", "nd", "withdrew", "withdrawn",
        "not completed", "did not complete", "incomplete", "dnc", "moved away", "moved", "moved on", "died", "deceased",
        "left", "left early", "left service", "dropped out", "drop out", "drop-out", "disengaged", "absent", "no show",
        "did not attend", "not attended", "not done", "not given", "no follow up", "no follow-up",
        "no longer in contact",
        "unable to contact", "could not contact", "uncontactable", "not reached", "none given", "not measured",
    ]

    static let zero: Set<String> = ["nil", "none", "zero", "nothing", "dim"]

    /// Marks by which people say that the same stands here as in the row above.
    static func isDitto(_ text: String) -> Bool { dittos.contains(text.lowercased()) }

    private static let dittos: Set<String> = [
        "\"", "''", "\u{3003}", "\u{201D}", "\u{201C}", "\u{2033}", "ditto", "do.", "as above", "same as above",
        "(as above)", "\u{2191}",
        "-\"-", "- \" -", "fel uchod",
    ]

    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    private static let approximations = [
        "approximately", "approx.", "approx", "about", "around", "circa", "roughly", "estimated", "estimate", "est.",
        "ca.",
        "c.", "c ", "~", "\u{2248}", "tua",
    ]

    static func withoutApproximation(_ text: String) -> String {
        for word in approximations where text.hasPrefix(word) {
            let rest = trimmed(String(text.dropFirst(word.count)))
            return rest.hasPrefix(":") ? trimmed(String(rest.dropFirst())) : rest
        }
        return text
    }

    /// `20 (estimated)` without what stands in brackets, where that holds no digit.
    static func withoutBracketedWords(_ text: String) -> String {
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex else { return text }
        let inside = text[open...]
        guard !inside.unicodeScalars.contains(where: isDigit) || namesPriceYear(inside) else { return text }
        return trimmed(String(text[..<open]))
    }

    /// `(2023)`, `(2023 prices)`, `(2023/24)`: the year of a price beside the price.
    private static func namesPriceYear(_ inside: Substring) -> Bool {
        let words = inside.split { !$0.isLetter && !$0.isNumber }
        guard let year = words.first(where: { $0.allSatisfy(\.isNumber) }).flatMap({ Int($0) }),
            (1990...2099).contains(year)
        else { return false }
        return words.allSatisfy { word in
            priceWords.contains(word) || Int(word) == year || Int(word).map { $0 % 100 == (year + 1) % 100 } ?? false
        }
    }

    private static let priceWords: Set<Substring> = ["price", "prices", "in", "at", "prisiau"]

    /// `25%*` without the mark that points to a note.
    static func withoutNoteMarks(_ text: String) -> String {
        var rest = Substring(text)
        if rest.hasSuffix("]"), let open = rest.lastIndex(of: "["), open > rest.startIndex,
            rest[rest.index(after: open)...].dropLast().allSatisfy(\.isNumber)
        {
            rest = rest[..<open]
        }
        while let last = rest.last, "*\u{2020}\u{2021}".contains(last), rest.count > 1 { rest.removeLast() }
        return trimmed(String(rest))
    }

    /// Takes a minus sign off either end; a plus sign goes unmentioned.
    static func takeSign(_ text: inout String) -> Bool {
        if let first = text.unicodeScalars.first, ["-", "\u{2212}", "\u{2013}"].contains(first) {
            text = trimmed(String(text.dropFirst()))
            return true
        }
        if text.hasPrefix("+") { text = trimmed(String(text.dropFirst())) }
        return false
    }

    private static let currencies = [
        "us$", "au$", "a$", "ca$", "c$", "nz$", "\u{A3}", "$", "\u{20AC}", "gbp", "usd", "eur", "aud", "cad", "nzd",
        "chf",
    ]

    static func withoutCurrency(_ text: String) -> String {
        for sign in currencies where text.hasPrefix(sign) { return trimmed(String(text.dropFirst(sign.count))) }
        return text
    }

    /// The digits with their signs, and what follows them.
    static func split(_ text: String) -> (body: String, tail: String) {
        let scalars = text.unicodeScalars
        var end = scalars.startIndex
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if isDigit(scalar) || scalar == "." || scalar == "," {
                end = next
            } else if scalar != " ", scalar != "'", scalar != "\u{2019}" {
                break
            }
            index = next
        }
        return (String(scalars[..<end]), trimmed(String(scalars[end...])))
    }

    /// What may follow the digits: a percent sign, thousands or millions, a currency, what is counted.
    struct Ending {
        var factor: Decimal = 1
        var isPercent = false

        private static let factors: [String: Decimal] = [
            "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "million": 1_000_000,
            "bn": 1_000_000_000, "billion": 1_000_000_000, "mil": 1_000, "miliwn": 1_000_000,
        ]

        private static let percents: Set<String> = ["%", "percent", "per cent", "pc", "pct", "p.c.", "y cant"]

        /// Words that don't change the number. Anything else (per week, out of 10, to 25) does or may.
        private static let harmless: Set<String> = [
            "", "people", "persons", "person", "participants", "participant", "clients", "client", "individuals",
            "members",
            "volunteers", "families", "households", "young people", "children", "users", "service users", "carers",
            "staff",
            "learners", "tenants", "residents", "pupils", "students", "parents", "adults", "men", "women",
            "beneficiaries",
            "patients", "gbp", "usd", "eur", "\u{A3}", "$", "\u{20AC}", "pounds", "euro", "euros", "dollars",
            "us dollars",
            "each", "pp", "per person", "per head", "a year", "per year", "per annum", "pa", "p.a.", "p.a", "/year",
            "a person",
            "per person per year", "per person per annum", "pppa", "pp pa", "p/a", "/yr", "/ year", "/annum",
            "per individual", "per client", "per participant", "per member", "per child", "per family", "per household",
            "per volunteer", "per carer", "per beneficiary", "per head per year", "per head per annum", "each year",
            "y", "yearly", "years", "year", "yrs", "yr", "hours", "hrs", "hour",
            "points",
            "o bobl", "pobl", "mlynedd", "blynedd", "flynedd", "flwyddyn", "blwyddyn", "o flynyddoedd", "o deuluoedd",
        ]

        init?(_ tail: String) {
            var rest = tail
            if rest.hasPrefix("%") {
                isPercent = true
                rest = NumberWords.trimmed(String(rest.dropFirst()))
            } else if Ending.percents.contains(rest) {
                isPercent = true
                return
            } else {
                let word = rest.prefix { $0.isLetter || $0 == "." }
                if let found = Ending.factors[String(word)] {
                    factor = found
                    rest = NumberWords.trimmed(String(rest.dropFirst(word.count)))
                }
            }
            guard Ending.harmless.contains(rest) else { return nil }
        }
    }
}
