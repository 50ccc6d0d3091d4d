/// A day of the calendar, without time or zone.
struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int

    /// Year * 10,000 + month * 100 + day, which sorts as the dates do.
    var packed: Int { year * 10_000 + month * 100 + day }

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(packed: Int) { self.init(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100) }

    /// Nil where the calendar has no such day.
    init?(checkedYear year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= CivilDate.days(in: month, of: year) else { return nil }
        self.init(year: year, month: month, day: day)
    }

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

    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    /// As people write it in English: `31 March 2026`.
    var spelled: String {
        let name = CivilDate.monthNames.indices.contains(month - 1) ? CivilDate.monthNames[month - 1] : String(month)
        return "\(day) \(name) \(year)"
    }

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func < (first: CivilDate, second: CivilDate) -> Bool { first.packed < second.packed }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(in year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
