public import FoundationEssentials

/// A piece of text in English that can be said in other languages: the literal is its key in the catalogue.
///
/// `"\(count) people took part"` has the key `{1} people took part`; the number is an argument and is written by the
/// language's own formatter. What people typed is never a phrase: show it with `verbatim`.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
    public let key: String
    public let arguments: [Argument]
    /// The English plural and the number that chooses the form, for a phrase made with ``init(one:other:count:)``.
    public let plural: Plural?

    public struct Plural: Sendable, Equatable {
        public let key: String
        public let count: Int
    }

    public enum Argument: Sendable, Equatable {
        case text(String)
        case phrase(Phrase)
        case integer(Int)
        /// A decimal, written with exactly so many places: 1.80.
        case number(Decimal, places: Int)
        /// A decimal, written with at most so many places: 1.8.
        case decimal(Decimal, upTo: Int)
        /// A share from 0 to 1, written as a percentage with at most so many places.
        case percent(Decimal, places: Int)
        /// Money in whole units of a currency code; `pence` says whether two places are shown.
        case money(Decimal, currency: String, pence: Bool)
        case date(year: Int, month: Int, day: Int)
    }

    public init(stringLiteral value: String) {
        self.init(key: value, arguments: [], plural: nil)
    }

    public init(key: String, arguments: [Argument], plural: Plural? = nil) {
        self.key = key
        self.arguments = arguments
        self.plural = plural
    }

    /// Text that is nobody's to translate, where a phrase is asked for.
    public init(verbatim text: String) { self = "\(text)" }

    /// A phrase with plural forms: `Phrase(one: "\(1) person", other: "\(n) people", count: n)`. Both hold the same arguments.
    public init(one: Phrase, other: Phrase, count: Int) {
        self.init(key: one.key, arguments: other.arguments, plural: Plural(key: other.key, count: count))
    }

    public init(stringInterpolation: Interpolation) {
        self.init(key: stringInterpolation.key, arguments: stringInterpolation.arguments, plural: nil)
    }

    public struct Interpolation: StringInterpolationProtocol {
        var key = ""
        var arguments: [Argument] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { key += literal }

        public mutating func appendInterpolation(_ argument: Argument) {
            arguments.append(argument)
            key += "{\(arguments.count)}"
        }

        public mutating func appendInterpolation(_ text: String) { appendInterpolation(.text(text)) }
        public mutating func appendInterpolation(_ phrase: Phrase) { appendInterpolation(.phrase(phrase)) }
        public mutating func appendInterpolation(_ integer: Int) { appendInterpolation(.integer(integer)) }
        public mutating func appendInterpolation(_ number: Decimal, places: Int) {
            appendInterpolation(.number(number, places: places))
        }
        public mutating func appendInterpolation(_ number: Decimal, upTo places: Int) {
            appendInterpolation(.decimal(number, upTo: places))
        }
        public mutating func appendInterpolation(percent share: Decimal, places: Int = 1) {
            appendInterpolation(.percent(share, places: places))
        }
        public mutating func appendInterpolation(_ amount: Decimal, currency: String, pence: Bool = false) {
            appendInterpolation(.money(amount, currency: currency, pence: pence))
        }
    }
}
