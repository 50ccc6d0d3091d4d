package import FoundationEssentials

/// How a language writes numbers, shares and money. Exact: decimals are rounded on their digits, half away from zero.
package struct NumberForms: Equatable, Sendable {
    package var decimalMark: String
    package var groupMark: String
    /// `{1}` is the number: `{1}%` or `{1} %`.
    package var percentForm: String
    /// `{1}` is the currency's sign and `{2}` the amount: `{1}{2}` or `{2} {1}`.
    package var moneyForm: String

    package init(
        decimalMark: String = ".", groupMark: String = ",", percentForm: String = "{1}%", moneyForm: String = "{1}{2}"
    ) {
        self.decimalMark = decimalMark
        self.groupMark = groupMark
        self.percentForm = percentForm
        self.moneyForm = moneyForm
    }

    /// More places than anybody reads; a greater wish is cut to it.
    static let mostPlaces = 12

    package func integer(_ value: Int) -> String {
        (value < 0 ? "\u{2212}" : "") + grouped(String(value.magnitude))
    }

    /// - Parameter exactly: whether zeros are kept at the end: 1.80 and not 1.8.
    package func number(_ value: Decimal, places: Int, exactly: Bool) -> String {
        guard let digits = RoundedDigits(value, places: places) else { return notANumber }
        return sign(digits) + plain(digits, exactly: exactly)
    }

    /// - Parameter share: 0.25 is written 25%; at most so many places.
    package func percent(_ share: Decimal, places: Int) -> String {
        guard let digits = RoundedDigits(share * 100, places: places) else { return notANumber }
        return sign(digits) + Self.filled(percentForm, plain(digits, exactly: false))
    }

    /// - Parameter currency: an ISO 4217 code. Signs that several countries share are written with the country: US$.
    package func money(_ amount: Decimal, currency: String, pence: Bool) -> String {
        guard let digits = RoundedDigits(amount, places: pence ? 2 : 0) else { return notANumber }
        let number = plain(digits, exactly: true)
        guard let mark = Self.currencySigns[currency.uppercased()] else {
            return sign(digits) + Self.filled("{1}\u{A0}{2}", currency.uppercased(), number)
        }
        let text = Self.filled(moneyForm, mark, number)
        // A line may break between two signs that stand before a number; the joiner keeps −£5 together.
        return digits.isNegative ? sign(digits) + (moneyForm.hasPrefix("{1}") ? "\u{2060}" : "") + text : text
    }

    private static let currencySigns = [
        "GBP": "£", "EUR": "€", "USD": "US$", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "INR": "₹",
    ]

    private var notANumber: String { "–" }

    /// The minus sign, not a hyphen: a hyphen may break a line or be read as a dash.
    private func sign(_ digits: RoundedDigits) -> String { digits.isNegative ? "\u{2212}" : "" }

    private func plain(_ digits: RoundedDigits, exactly: Bool) -> String {
        var fraction = digits.fraction[...]
        if !exactly { while fraction.last == "0" { fraction.removeLast() } }
        return grouped(digits.whole) + (fraction.isEmpty ? "" : decimalMark + fraction)
    }

    private func grouped(_ whole: String) -> String {
        let digits = whole.utf8
        guard digits.count > 3 else { return whole }
        var result: [UInt8] = []
        result.reserveCapacity(digits.count * 2)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += groupMark.utf8 }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func filled(_ form: String, _ parts: String...) -> String {
        Template.pieces(of: form).reduce(into: "") { result, piece in
            switch piece {
            case .literal(let text): result += text
            case .place(let index): result += index <= parts.count ? parts[index - 1] : ""
            }
        }
    }
}
