import Documents

/// Tells columns about who people are by a look at what stands in them, whatever their headers say.
struct PersonalContent: Sendable {
    private(set) var kind: PersonalHeader.Kind?

    private static let mostLookedAt = 200

    /// - Parameter isPerson: Whether each line of the column stands for one person by its heading, such as a participant or a key
    ///   worker, so that one name may stand on several rows.
    init(_ cells: Cells, _ column: Int, rows: some Sequence<Int>, isPerson: Bool = false) {
        var seen = 0
        var counts: [Pattern: Int] = [:]
        var distinct: Set<String> = []
        for row in rows where seen < PersonalContent.mostLookedAt {
            guard let text = cells.text(row, column) else { continue }
            seen += 1
            distinct.insert(text)
            for pattern in Pattern.allCases where pattern.fits(text) { counts[pattern, default: 0] += 1 }
        }
        guard seen > 0 else { return }
        func share(_ pattern: Pattern) -> Double { Double(counts[pattern, default: 0]) / Double(seen) }
        if share(.mail) >= 0.1 {
            kind = .mail
        } else if share(.nhsNumber) >= 0.8 || share(.insuranceNumber) >= 0.3 {
            kind = .number
        } else if share(.phone) >= 0.5 || share(.postcode) >= 0.2 || share(.street) >= 0.3 {
            kind = .other
        } else if share(.titledName) >= 0.3 {
            kind = .name
        } else if share(.fullName) >= 0.7, seen >= 2, isPerson || distinct.count * 10 >= seen * 8 {
            kind = .name
        }
    }

    /// Whether a text by itself, such as the name of a sheet, may be somebody's name.
    static func isPersonsName(_ text: String) -> Bool {
        if Pattern.titledName.fits(text) { return true }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return Pattern.fullName.fits(text) && !words.contains(where: placeWords.contains)
    }

    private static let placeWords: Set<String> = [
        "north", "south", "east", "west", "central", "centre", "upper", "lower", "inner", "outer", "town", "city",
        "site",
        "house", "hall", "school", "college", "academy", "primary", "park", "green", "hill", "office", "hub", "group",
        "team",
        "cohort", "class", "club", "year", "term", "road", "street", "lane", "church", "library", "ward", "district",
        "borough", "valley", "bridge", "community", "youth", "young", "older", "people", "service", "project",
        "programme",
        "course", "spring", "summer", "autumn", "winter", "intake", "branch", "new", "old", "saint", "st", "upon",
        "under",
    ]

    enum Pattern: CaseIterable {
        case mail, nhsNumber, insuranceNumber, phone, postcode, street, titledName, fullName

        func fits(_ text: String) -> Bool {
            switch self {
            case .mail: Self.isMail(text)
            case .nhsNumber: NHSNumber.isValid(text)
            case .insuranceNumber: Self.isInsuranceNumber(text)
            case .phone: Self.isPhone(text)
            case .postcode: Self.isPostcode(text)
            case .street: Self.isStreet(text)
            case .titledName: Self.isTitledName(text)
            case .fullName: Self.isFullName(text)
            }
        }

        private static func isMail(_ text: String) -> Bool {
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let user = parts.first, let host = parts.last else { return false }
            return !user.isEmpty && !user.contains(" ") && host.dropFirst().dropLast().contains(".")
                && !host.contains(" ")
        }

        /// Ten to thirteen digits that begin as British numbers do.
        private static func isPhone(_ text: String) -> Bool {
            guard text.unicodeScalars.allSatisfy({ isDigit($0) || " +-().".unicodeScalars.contains($0) }) else {
                return false
            }
            let digits = text.unicodeScalars.filter(isDigit)
            guard (10...13).contains(digits.count) else { return false }
            return text.hasPrefix("0") || text.hasPrefix("+") || text.hasPrefix("(0") || text.hasPrefix("44")
        }

        /// Two letters, six digits, one letter: `QQ 12 34 56 C`.
        private static func isInsuranceNumber(_ text: String) -> Bool {
            let letters = Array(text.uppercased().unicodeScalars.filter { $0 != " " })
            guard letters.count == 9 else { return false }
            return letters[0...1].allSatisfy(isLetter) && letters[2...7].allSatisfy(isDigit) && isLetter(letters[8])
        }

        /// A British postcode in full: `SW1A 1AA`.
        private static func isPostcode(_ text: String) -> Bool {
            let letters = Array(text.uppercased().unicodeScalars.filter { $0 != " " })
            guard (5...7).contains(letters.count), let first = letters.first, isLetter(first) else { return false }
            let inward = letters.suffix(3)
            guard let digit = inward.first, isDigit(digit), inward.dropFirst().allSatisfy(isLetter) else {
                return false
            }
            let outward = letters.dropLast(3)
            return outward.contains(where: isDigit) && outward.allSatisfy { isLetter($0) || isDigit($0) }
        }

        private static let streets: Set<String> = [
            "road", "street", "avenue", "lane", "close", "drive", "court", "crescent", "terrace", "gardens", "rd", "st",
            "ave",
            "heol", "ffordd", "stryd",
        ]

        private static func isStreet(_ text: String) -> Bool {
            guard let first = text.unicodeScalars.first, isDigit(first) || text.lowercased().hasPrefix("flat") else {
                return false
            }
            return text.lowercased().split { !$0.isLetter }.contains { streets.contains(String($0)) }
        }

        private static let titles: Set<String> = [
            "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "rev", "revd", "sir", "dame",
            "sister", "nurse",
        ]

        /// A name that says itself that it is one, on however many rows it stands: `Dr Smith`, `Mrs A. Jones`.
        private static func isTitledName(_ text: String) -> Bool {
            let words = text.split { $0 == " " || $0 == "." }
            guard (2...4).contains(words.count), let title = words.first, titles.contains(title.lowercased()) else {
                return false
            }
            return words.dropFirst().allSatisfy { word in
                word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-'\u{2019}".contains($0) }
            }
        }

        /// Two or three words with a capital each, or `Surname, First name`.
        private static func isFullName(_ text: String) -> Bool {
            let words = text.split { $0 == " " || $0 == "," }
            guard (2...4).contains(words.count), text.utf8.count <= 50 else { return false }
            return words.allSatisfy { word in
                guard let first = word.first, first.isUppercase else { return false }
                return word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "\u{2019}" || $0 == "." }
            }
        }

        private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
    }
}
