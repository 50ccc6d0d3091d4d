import Words

/// A date as people write it in a text cell: `31/03/2026`, `2026-03-31`, `31 March 2026`, `Mar 2026`.
enum WrittenDate: Sendable, Equatable {
    case date(CivilDate)
    /// `03/04/2026`: the third of April in Britain, the fourth of March in the United States.
    case either(dayFirst: CivilDate, monthFirst: CivilDate)
    case missing
    case unclear

    init(_ raw: String) {
        guard raw.utf8.count <= 40 else {
            self = .unclear
            return
        }
        let text = NumberWords.trimmed(raw.lowercased())
        if text.isEmpty || NumberWords.missing.contains(text) {
            self = .missing
            return
        }
        self = WrittenDate.parse(WrittenDate.parts(of: text))
    }

    var isDate: Bool {
        switch self {
        case .date, .either: true
        case .missing, .unclear: false
        }
    }

    private enum Part { case number(Int, Int), month(Int) }

    private static func parts(of text: String) -> [Part]? {
        var parts: [Part] = []
        // A time of day after the date is dropped: `2026-03-31T10:15`.
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == ":") }
        for whole in words {
            var word = whole
            if let time = word.firstIndex(of: "t"), word.first?.isNumber == true, word[..<time].count <= 2 {
                word = word[..<time]
                if whole.hasSuffix("th") || whole.hasSuffix("st") { word = whole }
            }
            if word.contains(":") || word == "am" || word == "pm" { break }
            if word == "of" || word == "the"
                || weekdays.contains(String(word.prefix(3))) && word.last?.isLetter == true
                    && CivilDate.month(named: word) == nil
            {
                continue
            }
            var digits = word
            for ending in ["st", "nd", "rd", "th"] where word.count > 2 && word.hasSuffix(ending) {
                digits = word.dropLast(2)
            }
            if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
                digits.count <= 4 || digits.count == 8
            {
                parts.append(.number(number, digits.count))
            } else if let number = CivilDate.month(named: word) {
                parts.append(.month(number))
            } else {
                return nil
            }
        }
        return parts
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private static func parse(_ parts: [Part]?) -> WrittenDate {
        guard let parts else { return .unclear }
        switch parts.count {
        case 1:
            switch parts[0] {
            case .number(let year, 4): return made(year, 1, 1)
            case .number(let day, 8): return made(day / 10_000, day / 100 % 100, day % 100)
            default: return .unclear
            }
        case 2:
            guard case .month(let month) = parts[0], case .number(let year, let digits) = parts[1] else {
                return .unclear
            }
            return fullYear(year, digits).map { made($0, month, 1) } ?? .unclear
        case 3: return parse(parts[0], parts[1], parts[2])
        default: return .unclear
        }
    }

    private static func parse(_ first: Part, _ second: Part, _ third: Part) -> WrittenDate {
        switch (first, second, third) {
        case (.number(let year, 4), .number(let month, _), .number(let day, _)),
            (.number(let year, 4), .month(let month), .number(let day, _)):
            return made(year, month, day)
        case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, let digits)):
            return fullYear(year, digits).map { dayAndMonth(first, second, $0) } ?? .unclear
        case (.number(let day, _), .month(let month), .number(let year, let digits)),
            (.month(let month), .number(let day, _), .number(let year, let digits)):
            return fullYear(year, digits).map { made($0, month, day) } ?? .unclear
        default: return .unclear
        }
    }

    private static func dayAndMonth(_ first: Int, _ second: Int, _ year: Int) -> WrittenDate {
        let dayFirst = CivilDate(checkedYear: year, month: second, day: first)
        let monthFirst = CivilDate(checkedYear: year, month: first, day: second)
        switch (dayFirst, monthFirst) {
        case (let one?, let other?): return one == other ? .date(one) : .either(dayFirst: one, monthFirst: other)
        case (let one?, nil): return .date(one)
        case (nil, let other?): return .date(other)
        case (nil, nil): return .unclear
        }
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate {
        CivilDate(checkedYear: year, month: month, day: day).map { .date($0) } ?? .unclear
    }

    /// Two digits mean 2000 to 2049 or 1950 to 1999.
    private static func fullYear(_ year: Int, _ digits: Int) -> Int? {
        switch digits {
        case 4: year
        case 2: year < 50 ? 2000 + year : 1900 + year
        default: nil
        }
    }
}
