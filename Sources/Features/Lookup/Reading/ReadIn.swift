package import Web

/// Reads pages in the words of the list that a reader chose. Features say what their pages name; the application tells what the list calls it.
package struct ReadIn: Sendable {
    /// Where a reader chooses. Stays the same for ever: it stands in links.
    package static let address = "/read-in"
    package static let keyName = "words"

    private let chosen: @Sendable (Request) -> String?
    private let ask: @Sendable ([Nameable], _ key: String, Request) async throws -> OtherNames?

    /// - Parameters:
    ///   - chosen: the key of the list that a reader chose.
    ///   - ask: what the list with a key calls these; nil where there is no such list.
    package init(
        chosen: @escaping @Sendable (Request) -> String?,
        _ ask: @escaping @Sendable ([Nameable], _ key: String, Request) async throws -> OtherNames?
    ) {
        self.chosen = chosen
        self.ask = ask
    }

    /// What the list with a key calls these, for programs, which name it with each question; nil where there is no such list.
    func names(of named: [Nameable], in key: String, _ request: Request) async throws -> OtherNames? {
        try await ask(named, key, request)
    }

    private func names(of named: [Nameable], _ request: Request) async throws -> OtherNames? {
        guard let key = chosen(request) else { return nil }
        return try await ask(named, key, request)
    }

    /// How a page is to be read that names these.
    package func reading(of named: [Nameable], _ request: Request) async throws -> PageReading {
        PageReading(try await names(of: named, request), address: Self.choosing(then: request))
    }

    /// The same where finding out what a page names takes work of its own, which is done only for readers who chose a list.
    package func reading(
        _ request: Request, of named: () async throws -> [Nameable]
    ) async throws -> PageReading {
        guard try await names(of: [], request) != nil else {
            return PageReading(nil, address: Self.choosing(then: request))
        }
        return try await reading(of: try await named(), request)
    }

    /// Where a list is chosen by its key, and the reader then goes on.
    package static func choosing(_ key: String, then: String) -> String {
        "\(address)?\(keyName)=\(key.percentEncoded)&then=\(then.percentEncoded)"
    }

    private static func choosing(then request: Request) -> String {
        let query = request.target.rawQuery.map { "?" + $0 } ?? ""
        return "\(address)?then=\((request.path + query).percentEncoded)"
    }
}
