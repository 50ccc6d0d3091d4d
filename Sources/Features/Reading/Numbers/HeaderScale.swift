import FoundationEssentials

/// The thousands or millions in which the amounts of a column stand, by its heading: `£k`, `Value (£000s)`, `£m`.
enum HeaderScale {
    /// 1 where the texts say nothing of it.
    static func factor(in texts: [String]) -> Decimal {
        for text in texts where text.utf8.count <= 300 && !isRate(text) {
            if names(text, thousands) || isCounted(text) { return 1_000 }
            if names(text, millions) { return 1_000_000 }
        }
        return 1
    }

    /// The same for a line above a table, which speaks of all amounts: `All figures in £000s`.
    static func factor(inTitle text: String) -> Decimal {
        let plain = text.lowercased()
        return ["all ", "figures", "amounts", "values", "in £", "money"].contains(where: plain.contains)
            ? factor(in: [text]) : 1
    }

    /// `Cost per thousand people` is a rate.
    private static func isRate(_ text: String) -> Bool {
        let plain = text.lowercased()
        return ["per thousand", "per million", "per 000", "per 1,000", "per 1000", "a thousand"].contains(
            where: plain.contains)
    }

    private static let thousands: Set<String> = [
        "£k", "€k", "$k", "k£", "k€", "£ks", "£000", "€000", "$000", "£000s", "€000s", "$000s", "000s", "'000", "'000s",
        "£'000", "€'000", "$'000", "£'000s", "gbpk", "gbp000", "thousand", "thousands", "£thousands", "£thousand",
    ]
    private static let millions: Set<String> = [
        "£m", "€m", "$m", "£mn", "million", "millions", "£million", "£millions",
    ]

    private static func names(_ text: String, _ words: Set<String>) -> Bool {
        let straight = text.lowercased().replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'")
        return straight.split { " ()[],;:/-".contains($0) }.contains { words.contains(String($0)) }
    }

    /// `Cost (k)`, `£ 000`: signs that mean thousands by themselves or beside a currency alone.
    private static func isCounted(_ text: String) -> Bool {
        let plain = text.lowercased()
        if plain.hasSuffix("(k)") || plain.hasSuffix("[k]") { return true }
        let words = plain.split { " ()[]".contains($0) }
        return zip(words, words.dropFirst()).contains {
            ["£", "€", "$", "gbp", "eur", "usd"].contains($0) && $1 == "000"
        }
    }
}
