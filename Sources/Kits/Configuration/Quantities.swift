/// A size such as `25 MB`, `512 MiB` or `300000`, in bytes; nil where it isn't one or lies outside the range.
func byteCount(_ text: String, in range: ClosedRange<Int>) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text[digits.endIndex...].drop { $0 == " " }
    let factors = [
        "": 1, "B": 1, "kB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
    ]
    guard digits.count <= 12, let number = Int(digits), let factor = factors[String(unit)] else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return !overflow && range.contains(product) ? product : nil
}

func wholeNumber(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard !text.isEmpty, text.count <= 12, text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text) else {
        return nil
    }
    return range.contains(number) ? number : nil
}

func languageCode(_ text: String) -> String? {
    let isCode = (2...3).contains(text.count) && text.allSatisfy { ("a"..."z").contains($0) }
    return isCode ? text : nil
}

/// An e-mail address of plain signs, for whom mail comes from; nil for anything else.
func plainMailbox(_ text: String) -> String? {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_+@")
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    let isSound = sides.count == 2 && sides.allSatisfy { !$0.isEmpty } && text.count <= 254
    return isSound && text.allSatisfy(allowed.contains) ? text : nil
}
