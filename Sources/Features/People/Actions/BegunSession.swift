import Crypto
import FoundationEssentials
import Places
import Storage
import Web

/// A session that was begun: the cookie that its browser gets.
struct BegunSession: Sendable {
    let cookie: SetCookie

    /// Begins a session for a person who has shown who they are.
    ///
    /// - Parameter organisation: for which it acts; the first of the person's organisations where nil.
    init(
        for person: Person, actingFor organisation: String?, _ request: Request, _ services: Services,
        people: PeopleStore,
        in store: any Writing
    ) async throws(StorageError) {
        let token = services.sessions.newToken()
        let now = services.clock()
        let first = try await people.memberships(of: person.id, in: store).first { $0.isInForce(at: now) }
        let id = RandomIdentifier.short(from: services.randomness)
        try await Author.current.being(person: person.id).run { () throws(StorageError) in
            try await SessionStore(place: people.place).begin(
                token, id: id, for: person.id, actingFor: organisation ?? first?.organisation.id, request, at: now,
                in: store)
        }
        cookie = services.sessions.begin(token)
    }
}
