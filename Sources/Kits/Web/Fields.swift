/// Names with values in the order they came, as in headers, queries and forms. A name may come more than once.
package struct Fields: Sendable, Equatable {
    package private(set) var pairs: [(name: String, value: String)] = []

    package init() {}

    package init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    package mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }

    /// The first value by that name.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    package static func == (one: Fields, other: Fields) -> Bool {
        one.pairs.elementsEqual(other.pairs) { $0 == $1 }
    }
}
