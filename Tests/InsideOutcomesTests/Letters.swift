import CanonicalJSON
import Configuration
import Crypto
import Storage

@testable import InsideOutcomes
@testable import Web

extension Visitor {
    /// The letters that wait to be sent to somebody, opened, as JSON text.
    func letters(_ email: String) async throws -> [String] {
        // Letters of all places go out through one postbox.
        let key = try OwnerKey(keptAt: installation.services.settings.key).derived(for: "letters")
        let sealed = try await installation.services.database.rows("SELECT sealed FROM letter ORDER BY created, id") {
            try $0.column(0, as: [UInt8].self)
        }
        let letters = try sealed.compactMap { Sealing.open($0, key: key) }.map { try JSON(parsing: $0) }
        return letters.filter { $0["to"]?.stringValue == email }.map(\.canonicalText)
    }
}
