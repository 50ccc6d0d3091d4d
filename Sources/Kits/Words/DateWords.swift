/// A date as a phrase with the month's name in it: a translator chooses the order and the form of the name.
enum DateWords {
    static func phrase(year: Int, month: Int, day: Int) -> Phrase {
        let year = Phrase.Argument.text(String(year))
        return switch month {
        case 1: "\(day) January \(year)"
        case 2: "\(day) February \(year)"
        case 3: "\(day) March \(year)"
        case 4: "\(day) April \(year)"
        case 5: "\(day) May \(year)"
        case 6: "\(day) June \(year)"
        case 7: "\(day) July \(year)"
        case 8: "\(day) August \(year)"
        case 9: "\(day) September \(year)"
        case 10: "\(day) October \(year)"
        case 11: "\(day) November \(year)"
        default: "\(day) December \(year)"
        }
    }
}
