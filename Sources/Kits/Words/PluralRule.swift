/// Which of a language's plural forms goes with a number: the `Plural-Forms` line of its catalogue.
struct PluralRule: Sendable, Equatable {
    let count: Int
    let expression: PluralExpression

    static let english = PluralRule(count: 2, expression: .binary(.notEqual, .number, .constant(1)))

    /// The form's index, from 0. A negative number takes the form of its magnitude.
    func form(for number: Int) -> Int {
        let index = expression.value(for: UInt(number.magnitude))
        return index < UInt(count) ? Int(index) : 0
    }
}
