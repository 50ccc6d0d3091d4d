/// An expression of gettext's plural grammar: C's, over one unsigned number `n`.
indirect enum PluralExpression: Sendable, Equatable {
    case number
    case constant(UInt)
    case not(PluralExpression)
    case binary(Operator, PluralExpression, PluralExpression)
    case choice(PluralExpression, PluralExpression, PluralExpression)

    enum Operator: String, Sendable, CaseIterable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case greater = ">"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case remainder = "%"

        /// How tightly it binds; a greater one binds tighter.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .equal, .notEqual: 3
            case .atMost, .atLeast, .less, .greater: 4
            case .plus, .minus: 5
            case .times, .divided, .remainder: 6
            }
        }
    }

    /// Arithmetic wraps as C's does; a division by zero is zero.
    func value(for n: UInt) -> UInt {
        switch self {
        case .number: n
        case .constant(let value): value
        case .not(let inner): inner.value(for: n) == 0 ? 1 : 0
        case .choice(let condition, let yes, let no):
            condition.value(for: n) != 0 ? yes.value(for: n) : no.value(for: n)
        case .binary(.or, let left, let right): left.value(for: n) != 0 || right.value(for: n) != 0 ? 1 : 0
        case .binary(.and, let left, let right): left.value(for: n) != 0 && right.value(for: n) != 0 ? 1 : 0
        case .binary(let sign, let left, let right): sign.applied(left.value(for: n), right.value(for: n))
        }
    }
}

extension PluralExpression.Operator {
    fileprivate func applied(_ left: UInt, _ right: UInt) -> UInt {
        switch self {
        case .or: left != 0 || right != 0 ? 1 : 0
        case .and: left != 0 && right != 0 ? 1 : 0
        case .equal: left == right ? 1 : 0
        case .notEqual: left != right ? 1 : 0
        case .atMost: left <= right ? 1 : 0
        case .atLeast: left >= right ? 1 : 0
        case .less: left < right ? 1 : 0
        case .greater: left > right ? 1 : 0
        case .plus: left &+ right
        case .minus: left &- right
        case .times: left &* right
        case .divided: right == 0 ? 0 : left / right
        case .remainder: right == 0 ? 0 : left % right
        }
    }
}
