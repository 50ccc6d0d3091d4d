@testable import Vocabulary

/// Concepts of the field, as people may call them, in English and Welsh.
enum WordList {
    static let concepts: [[Label]] = [
        labels("Loneliness", ["Social isolation", "Feeling alone"], "Unigrwydd"),
        labels("Befriending", ["Companionship visits"], "Cyfeillio"),
        labels(
            "Voluntary, community and social enterprise sector", ["Third sector", "VCSE", "Civil society"],
            "Y trydydd sector"),
        labels("Older people", ["Seniors", "Elderly people"], "Pobl hŷn"),
        labels("Group work", ["Working in groups"], "Gwaith grŵp"),
        labels("Well-being", ["Wellness"], "Llesiant"),
        labels("Men’s sheds", ["Men in sheds"], "Siediau dynion"),
        labels("Community", ["Neighbourhood"], "Cymuned"),
        labels("Community centre", ["Village hall"], "Canolfan gymunedol"),
        labels("Mental health", ["Psychological health"], "Iechyd meddwl"),
        labels("Schools", ["Education settings"], "Ysgolion"),
        labels("Knowledge", ["Understanding"], "Gwybodaeth"),
        labels("Unpaid carers", ["Family carers", "Young carers"], "Gofalwyr di-dâl"),
        labels("Housing", ["Homes", "Accommodation"], "Tai"),
        labels("Homelessness", ["Rough sleeping"], "Digartrefedd"),
        labels("Social value", ["Added value"], "Gwerth cymdeithasol"),
        labels("Social return on investment", ["SROI"], "Elw cymdeithasol ar fuddsoddiad"),
        labels("Old age", ["Later life"], "Henaint"),
        labels("Gold standard", [], "Safon aur"),
        labels("Cold homes", ["Fuel poverty"], "Cartrefi oer"),
    ]

    private static func labels(_ preferred: String, _ others: [String], _ welsh: String) -> [Label] {
        [Label(.preferred, Text(preferred, in: "en")), Label(.preferred, Text(welsh, in: "cy"))]
            + others.map { Label(.alternative, Text($0, in: "en")) }
    }

    /// Many more, made of syllables: of one to four words each.
    static func made(_ count: Int, seed: UInt64) -> [[Label]] {
        var typing = Typing(seed: seed)
        let syllables = [
            "ca", "re", "com", "mun", "ity", "ing", "hou", "se", "for", "tra", "in", "pro", "ject", "lo", "ne", "ly",
            "gar", "den",
            "wel", "fa", "ac", "ti", "ve", "sup", "port", "ski", "ll", "job", "hea", "lth",
        ]
        let words = (0..<max(20, count / 5)).map { _ in
            (0..<typing.number(1...4)).map { _ in typing.one(of: syllables) }.joined()
        }
        func phrase(_ most: Int) -> String {
            (0..<typing.number(1...most)).map { _ in typing.one(of: words) }.joined(separator: " ")
        }
        return (0..<count).map { _ in
            [Label(.preferred, Text(phrase(4), in: "en")), Label(.alternative, Text(phrase(3), in: "en"))]
        }
    }
}
