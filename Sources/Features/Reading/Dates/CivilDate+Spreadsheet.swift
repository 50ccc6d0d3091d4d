import Words

extension CivilDate {
    /// Year * 10,000 + month * 100 + day, which sorts as the dates do.
    var packed: Int { year * 10_000 + month * 100 + day }

    /// The day that a spreadsheet's serial number stands for (system of 1900), for whole numbers from 1950 to 2100.
    init?(serial: Int) {
        guard (18_264...73_415).contains(serial) else { return nil }
        var days = serial - 18_264
        var year = 1950
        while days >= CivilDate.days(in: year) {
            days -= CivilDate.days(in: year)
            year += 1
        }
        var month = 1
        while days >= CivilDate.days(in: month, of: year) {
            days -= CivilDate.days(in: month, of: year)
            month += 1
        }
        self.init(year: year, month: month, day: days + 1)
    }

    /// Dates outside these years are taken for mistakes: nobody was asked about an outcome then.
    static let likelyYears = 1950...2100

    /// As people write it in English: `31 March 2026`.
    var spelled: String {
        let name = CivilDate.monthNames.indices.contains(month - 1) ? CivilDate.monthNames[month - 1] : String(month)
        return "\(day) \(name) \(year)"
    }

    /// The month of a name or the beginning of one, in small letters: `april`, `apr`, `sept`.
    static func month(named word: some StringProtocol) -> Int? {
        guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
        return
            (monthNames.firstIndex { $0.lowercased().hasPrefix(word) || word == "sept" && $0 == "September" }
            ?? welshMonthNames.firstIndex { $0 == word }).map { $0 + 1 }
    }

    private static let welshMonthNames: [Substring] = [
        "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref",
        "tachwedd", "rhagfyr",
    ]

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
