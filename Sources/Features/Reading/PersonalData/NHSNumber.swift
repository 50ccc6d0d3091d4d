/// Checks NHS numbers by their last digit.
///
/// - Source: NHS Data Dictionary, NHS NUMBER: ten digits, weights 10 to 2, modulus 11.
enum NHSNumber {
    static func isValid(_ text: String) -> Bool {
        var digits: [Int] = []
        for scalar in text.unicodeScalars {
            if isDigit(scalar) {
                digits.append(Int(scalar.value) - 0x30)
            } else if scalar != " " && scalar != "-" {
                return false
            }
            if digits.count > 10 { return false }
        }
        guard digits.count == 10, let last = digits.last, Set(digits).count > 1 else { return false }
        let sum = digits.dropLast().enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element }
        let check = 11 - sum % 11
        return check == 11 ? last == 0 : check != 10 && check == last
    }
}
