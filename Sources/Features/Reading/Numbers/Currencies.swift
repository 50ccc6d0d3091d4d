/// Finds currencies by their signs, codes and names.
enum Currencies {
    /// The code for what a person gave as a currency: `gbp`, `£`, `US dollars`; nil where that is none.
    static func code(for text: String) -> String? {
        let plain = NumberWords.trimmed(text)
        let upper = plain.uppercased()
        if codes.contains(upper) { return upper }
        let found = mentioned(in: plain)
        return found.count == 1 ? found.first : nil
    }

    /// The currencies that a text names, in the order of the table; `$` alone is read as United States dollars.
    static func mentioned(in text: String) -> [String] {
        var found: [String] = []
        func add(_ code: String) { if !found.contains(code) { found.append(code) } }
        let signs = dollars.filter { text.contains($0.sign) }
        for dollar in signs { add(dollar.code) }
        if text.contains("\u{A3}") { add("GBP") }
        if text.contains("\u{20AC}") { add("EUR") }
        let words = text.split { !$0.isLetter && $0 != "$" }
        for (index, word) in words.enumerated() {
            if known.contains(String(word)) { add(String(word)) }
            let pair = index > 0 ? words[index - 1].lowercased() + " " + word.lowercased() : word.lowercased()
            if let code = names[pair] { add(code) }
            if let code = names[word.lowercased()] { add(code) }
        }
        if signs.isEmpty, text.contains("$") { add("USD") }
        return found
    }

    private static let dollars: [(sign: String, code: String)] = [
        ("US$", "USD"), ("AU$", "AUD"), ("A$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"),
    ]

    private static let names: [String: String] = [
        "us dollars": "USD", "us dollar": "USD", "american dollars": "USD", "states dollars": "USD", "pounds": "GBP",
        "pound sterling": "GBP", "sterling": "GBP", "euro": "EUR", "euros": "EUR", "australian dollars": "AUD",
        "canadian dollars": "CAD", "zealand dollars": "NZD", "swiss francs": "CHF", "punnoedd": "GBP",
        "bunnoedd": "GBP",
    ]

    /// Codes that are met as words; the others are also English words or too rare to be meant.
    private static let known: Set<String> = [
        "GBP", "USD", "EUR", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "JPY", "INR", "ZAR", "KES", "NGN", "GHS",
        "UGX",
        "PLN", "HUF", "CZK", "HKD", "SGD",
    ]

    /// The active codes of ISO 4217 for currencies that people pay with (list of 2024).
    static let codes: Set<String> = Set(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR \
        ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT \
        MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD \
        SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV \
        WST XAF XCD XOF XPF YER ZAR ZMW ZWL
        """.split(separator: " ").map(String.init))
}
