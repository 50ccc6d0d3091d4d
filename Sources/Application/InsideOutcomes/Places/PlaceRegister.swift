package import Configuration
package import FoundationEssentials
import Glibc
import People
package import Places
package import Storage
package import Web

/// The places of an installation, for whoever runs it. Servers that run find out within seconds.
package struct PlaceRegister: Sendable {
    package enum Refusal: StorageFailure {
        /// Nothing was ever served from here.
        case nothingYet
        case unknown(String)
        /// Another place has the address.
        case taken(SiteAddress)
        /// The first place is where the settings say.
        case first(String)
        case key(OwnerKeyError)
        case storage(StorageError)
    }

    /// A place and what is to be known of it.
    package struct Entry: Sendable {
        package let place: Place
        package let address: SiteAddress
        /// Whether somebody has opened the owner's link.
        package let isFounded: Bool
    }

    private let settings: Settings

    package init(_ settings: Settings) {
        self.settings = settings
    }

    /// In the order in which they were made.
    package func entries() async throws(Refusal) -> [Entry] {
        try await withStore { store throws(Refusal) in
            do throws(StorageError) {
                var entries: [Entry] = []
                for place in try await PlaceStore(store).all() {
                    entries.append(
                        Entry(
                            place: place, address: place.address ?? settings.address,
                            isFounded: try await PeopleStore(place: place.id).isFounded(in: store.at(place.id))))
                }
                return entries
            } catch {
                throw .storage(error)
            }
        }
    }

    /// Makes a place at an address, and gives its name in keys and commands: the first word of the address.
    package func add(at address: SiteAddress, now: Date) async throws(Refusal) -> String {
        try await change("place add") { places, all, transaction in
            guard isFree(address, among: all) else { throw Refusal.taken(address) }
            let id = Self.id(for: address, besides: all.map(\.id))
            let place = Place(id: id, name: "", isMadeUp: false, address: address)
            try await places.add(place, at: now, in: transaction)
            return id
        }
    }

    /// Gives a place another address.
    package func move(_ id: String, to address: SiteAddress) async throws(Refusal) {
        try await change("place move") { places, all, transaction in
            guard let place = all.first(where: { $0.id == id }) else { throw Refusal.unknown(id) }
            guard place.id != all.first?.id else { throw Refusal.first(id) }
            guard isFree(address, among: all.filter { $0.id != id }) else { throw Refusal.taken(address) }
            try await places.move(id, to: address, in: transaction)
        }
    }

    /// The link that founds a place, and later lets somebody in again.
    package func ownerLink(of id: String) async throws(Refusal) -> String {
        guard let entry = try await entries().first(where: { $0.place.id == id }) else { throw .unknown(id) }
        guard access(settings.key, F_OK) == 0 else { throw .nothingYet }
        let key: OwnerKey
        do throws(OwnerKeyError) { key = try OwnerKey(keptAt: settings.key) } catch { throw .key(error) }
        return PeopleRoutes.ownersLink(key.of(place: id), at: entry.address)
    }

    private func isFree(_ address: SiteAddress, among places: [Place]) -> Bool {
        !places.contains { ($0.address ?? settings.address).authority == address.authority }
    }

    private static func id(for address: SiteAddress, besides taken: [String]) -> String {
        let word = address.authority.prefix { $0.isLetter || $0.isNumber || $0 == "-" }.prefix(40)
        let first = word.isEmpty ? "place" : String(word)
        let all = [first] + (2...taken.count + 2).map { "\(first)-\($0)" }
        return all.first { !taken.contains($0) } ?? first
    }

    /// - Parameter body: gets all places there are, in the order in which they were made.
    private func change<Value: Sendable>(
        _ action: String,
        _ body: @Sendable (PlaceStore, [Place], any Transaction) async throws -> Value
    ) async throws(Refusal) -> Value {
        try await withStore { store throws(Refusal) in
            do throws(StorageError) {
                try await store.keepTrail(by: Parts.migrations.flatMap(\.audit))
            } catch {
                throw .storage(error)
            }
            return try await Author(.server, action: action).run { () throws(Refusal) in
                try await store.transaction(throwing: Refusal.self) { transaction in
                    let places = PlaceStore(store)
                    return try await body(places, try await places.all(in: transaction), transaction)
                }
            }
        }
    }

    /// - Throws: ``Refusal/nothingYet`` unless a server of this version was started here before.
    private func withStore<Value: Sendable>(
        _ body: @Sendable (any Database) async throws(Refusal) -> Value
    ) async throws(Refusal) -> Value {
        let found: (any Database)?
        do throws(StorageError) {
            found = try await ChosenDatabase.openIfThere(settings)
        } catch {
            throw .storage(error)
        }
        guard let store = found else { throw .nothingYet }
        do throws(Refusal) {
            let value = try await work(store, body)
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }

    private func work<Value: Sendable>(
        _ store: any Database, _ body: @Sendable (any Database) async throws(Refusal) -> Value
    ) async throws(Refusal) -> Value {
        let missing: Int
        do throws(StorageError) {
            missing = try await store.unappliedMigrations(of: Parts.migrations)
        } catch {
            throw .storage(error)
        }
        guard missing == 0 else { throw .nothingYet }
        return try await body(store)
    }
}
