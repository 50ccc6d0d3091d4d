package import CanonicalJSON
package import FoundationEssentials

extension PageOf {
    package func json(_ item: (Item) -> JSON) -> JSON {
        ["items": .array(items.map(item)), "page": .integer(number), "hasMore": .bool(hasMore)]
    }
}

extension Schema {
    /// A page of a list that may be long.
    package static func page(of item: Schema) -> Schema {
        .record([
            .init("items", .list(of: item, most: PageOf<JSON>.size)), .init("page", .integer(1...100_000)),
            .init("hasMore", .flag, "Whether there is a page after this one."),
        ])
    }
}

extension Operation.Parameter {
    package static let page = Operation.Parameter(
        "page", .integer(1...100_000), "Which page of the list; the first unless given.")
}

extension JSON {
    /// A moment as RFC 3339 has it, in whole seconds of Coordinated Universal Time.
    package static func moment(_ date: Date) -> JSON { .string(date.formatted(.iso8601)) }
}
