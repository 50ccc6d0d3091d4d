/// The address of a PostgreSQL database. It may hold a password, so it is shown without one.
package struct DatabaseAddress: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// As it was given, for those who connect.
    package let text: String

    /// Reads `postgres://user:password@host:port/database?sslmode=verify-full`; nil for anything that doesn't begin so. What else
    /// is wrong with it, the one who connects will say.
    package init?(_ text: String) {
        let schemes = ["postgres://", "postgresql://"]
        guard schemes.contains(where: { text.hasPrefix($0) && text.count > $0.count }), text.utf8.count <= 2000,
            !text.contains(where: { $0.isWhitespace || $0 == "\0" })
        else { return nil }
        self.text = text
    }

    /// With an ellipsis wherever a password may stand.
    package var description: String {
        guard let start = text.firstRange(of: "://")?.upperBound else { return "…" }
        let parts = text[start...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let server = parts[0].split(separator: "@", omittingEmptySubsequences: false)
        let options = parts.count > 1 ? parts[1].split(separator: "&") : []
        // A password that wasn't written as it should be could stand anywhere.
        guard server.count <= 2, !options.contains(where: { $0.contains("@") || $0.contains("?") }) else {
            return text[..<start] + "…"
        }
        var shown = String(text[..<start])
        if server.count == 2 {
            shown += server[0].firstIndex(of: ":").map { server[0][..<$0] + ":…" } ?? String(server[0])
            shown += "@"
        }
        shown += server[server.count - 1]
        guard !options.isEmpty else { return shown }
        return shown + "?" + options.map(Self.shown).joined(separator: "&")
    }

    private static func shown(_ option: Substring) -> String {
        guard let equals = option.firstIndex(of: "="), option[..<equals].lowercased().contains("pass") else {
            return String(option)
        }
        return option[..<equals] + "=…"
    }

    package var debugDescription: String { description }
}
