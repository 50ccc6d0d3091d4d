package import Web

/// Reads pages in the words of the list that a reader chose. Features say what their pages name; the application tells what the list calls it.
package struct ReadIn: Sendable {
    /// Where a reader chooses. Stays the same for ever: it stands in links.
    package static let address = "/read-in"

    private let ask: @Sendable ([Nameable], Request) async throws -> OtherNames?

    /// - Parameter ask: what the chosen list calls these; nil for a reader who chose none, of whom the database isn't asked.
    package init(_ ask: @escaping @Sendable ([Nameable], Request) async throws -> OtherNames?) {
        self.ask = ask
    }

    /// How a page is to be read that names these.
    package func reading(of named: [Nameable], _ request: Request) async throws -> PageReading {
        PageReading(try await ask(named, request), address: Self.choosing(then: request))
    }

    /// The same where finding out what a page names takes work of its own, which is done only for readers who chose a list.
    package func reading(
        _ request: Request, of named: () async throws -> [Nameable]
    ) async throws -> PageReading {
        guard try await ask([], request) != nil else { return PageReading(nil, address: Self.choosing(then: request)) }
        return try await reading(of: try await named(), request)
    }

    /// Where a list is chosen by its key, and the reader then goes on.
    package static func choosing(_ key: String, then: String) -> String {
        "\(address)?words=\(key.percentEncoded)&then=\(then.percentEncoded)"
    }

    private static func choosing(then request: Request) -> String {
        let query = request.target.rawQuery.map { "?" + $0 } ?? ""
        return "\(address)?then=\((request.path + query).percentEncoded)"
    }
}
