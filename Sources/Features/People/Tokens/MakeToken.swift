import Crypto
import FoundationEssentials
import Places
import Storage
import Web

/// Somebody who answers for an organisation gives a program a token. It may do no more than they may.
struct MakeToken: Sendable {
    /// So many may an organisation have at once.
    static let most = 50

    enum Refusal: StorageFailure, Equatable {
        case tooMany
        /// The role allows more than whoever makes the token may.
        case tooMuch
        case storage(StorageError)
    }

    let name: String
    let organisation: String
    let role: Role
    let until: Date?
    let maker: SignedIn

    /// - Returns: the token. It is shown once; only its digest is kept.
    func run(in place: String, _ services: Services) async throws(Refusal) -> String {
        guard RoleMatrix.permissions(of: [role]).isSubset(of: maker.permissions) else { throw .tooMuch }
        let token = ProgramToken.opening + services.sessions.newToken()
        let id = RandomIdentifier.short(from: services.randomness)
        let now = services.clock()
        let store = TokenStore(place: place)
        return try await services.database.at(place).transaction(throwing: Refusal.self) { transaction in
            guard try await store.tokens(of: organisation, at: now, in: transaction).count < Self.most else {
                throw Refusal.tooMany
            }
            try await store.add(
                token, id: id, name: name, organisation: organisation, role: role, until: until, by: maker.id,
                at: now, in: transaction)
            return token
        }
    }
}
