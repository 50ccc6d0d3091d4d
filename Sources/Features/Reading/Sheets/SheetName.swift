import Workbooks

/// What the name of a sheet tells of it among others like it: a time, a draft or one of several cases, or a name of its own.
struct SheetName: Sendable {
    /// Quarters, years and other times can be ordered; months and terms go by the order of the sheets.
    private(set) var time: Time?
    /// `Draft`, `old`, `v2`, `Best case`: another edition of a thing and no part of it.
    let isEdition: Bool
    /// The words that are no time, no edition and no usual name of such a sheet: `North`, `Debt advice`.
    let own: [String]

    struct Time: Sendable, Hashable {
        /// 0 where the name says none.
        var year = 0
        var part = 0

        func precedes(_ other: Time) -> Bool { (year, part) < (other.year, other.part) }
    }

    /// Whether this can be one of several forms of a thing.
    var namesEdition: Bool { isEdition || time != nil }

    init(_ name: String) {
        let words = SheetName.words(name)
        var time = Time()
        var isTimed = false
        var rest: [String] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            let next = index + 1 < words.count ? words[index + 1] : ""
            if let year = SheetName.year(word) {
                // `2023-24`, `2023/2024`: the second year is the end of the first.
                if time.year == 0 { time.year = year }
                isTimed = true
                if let end = SheetName.year(next) ?? SheetName.twoDigits(next), end == year + 1 { index += 1 }
            } else if let year = SheetName.twoDigits(word), let end = SheetName.twoDigits(next), end == year + 1 {
                (time.year, isTimed) = (year, true)
                index += 1
            } else if SheetName.counted.contains(word), let number = Int(next), (1...60).contains(number) {
                (time.part, isTimed) = (number, true)
                index += 1
            } else if let part = SheetName.part(word) {
                (time.part, isTimed) = (part, true)
            } else if SheetName.seasons.contains(word) {
                isTimed = true
            } else {
                rest.append(word)
            }
            index += 1
        }
        let isGroup = rest.contains { SheetName.groups.contains($0) }
        self.time = isTimed && !isGroup ? time : nil
        isEdition = rest.contains { SheetName.editions.contains($0) || SheetName.isVersion($0) }
        own = rest.filter { word in
            // `Sheet1`, `map2`: a number counts sheets and names none.
            let plain = String(word.prefix { !$0.isNumber })
            return !plain.isEmpty && !SheetName.usual.contains(plain) && !SheetName.editions.contains(word)
                && !SheetName.isVersion(word)
        }
    }

    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for letter in name.lowercased().prefix(100) {
            if letter.isLetter || letter.isNumber {
                word.append(letter)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// `2024`, `fy24`, `fy2024`.
    private static func year(_ word: String) -> Int? {
        let digits = word.hasPrefix("fy") ? String(word.dropFirst(2)) : word
        if word.hasPrefix("fy"), let short = twoDigits(digits) { return short }
        guard digits.count == 4, let year = Int(digits), (1950...2099).contains(year) else { return nil }
        return year
    }

    private static func twoDigits(_ word: String) -> Int? {
        guard word.count == 2, let number = Int(word) else { return nil }
        return 2000 + number
    }

    /// `q1`, `h2`, `y1`.
    private static func part(_ word: String) -> Int? {
        guard word.count == 2, let first = word.first, "qhty".contains(first), let last = word.last?.wholeNumberValue,
            (1...6).contains(last)
        else { return nil }
        return last
    }

    private static func isVersion(_ word: String) -> Bool {
        word.first == "v" && word.count > 1 && word.dropFirst().allSatisfy(\.isNumber)
    }

    private static let counted: Set<String> = [
        "quarter", "qtr", "half", "year", "month", "week", "term", "chwarter", "blwyddyn", "mis",
    ]
    private static let seasons: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring",
        "summer",
        "autumn", "winter", "fy", "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst",
        "medi",
        "hydref", "tachwedd", "rhagfyr",
    ]
    /// People who began together are a group, whenever that was.
    private static let groups: Set<String> = ["cohort", "intake", "class", "group", "carfan", "grŵp"]
    private static let editions: Set<String> = [
        "draft", "drafft", "old", "hen", "copy", "copi", "backup", "previous", "superseded", "archive", "archived",
        "final",
        "revised", "updated", "update", "latest", "version", "ver", "scenario", "best", "worst", "base", "optimistic",
        "pessimistic", "cautious", "low", "high", "medium", "central", "case", "sensitivity", "test", "example",
        "template",
        "forecast", "actual", "actuals", "budget", "predicted", "target", "plan", "planned",
    ]
    private static let usual: Set<String> = [
        "value", "map", "maps", "impact", "sroi", "social", "return", "sheet", "table", "outcomes", "outcome", "data",
        "participants", "people", "clients", "beneficiaries", "scores", "survey", "responses", "results", "the", "of",
        "and",
        "for", "term", "monitoring", "account", "taflen", "gwerth", "canlyniadau",
    ]
}
