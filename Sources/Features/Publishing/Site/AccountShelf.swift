package import Storage
import Synchronization
import Web

/// The pages of published accounts of all places as strangers get them, ready to be sent from memory.
///
/// Whatever changes an account empties the shelf. A page that was begun before that is not put on it afterwards.
package final class AccountShelf: Sendable {
    private struct State {
        var pages: [Key: Reply] = [:]
        var bytes = 0
        var round = 0
    }

    struct Key: Hashable, Sendable {
        let place: String
        let path: String
        /// The language of the frame around the account.
        let language: String
    }

    /// Bytes in all; beyond it the shelf is emptied and fills again with what is asked for.
    private static let most = 24 << 20

    private let state = Mutex(State())

    package init() {}

    func page(_ key: Key) -> Reply? { state.withLock { $0.pages[key] } }

    /// To be asked for before a page is made.
    var round: Int { state.withLock { $0.round } }

    func put(_ page: Reply, _ size: Int, at key: Key, round: Int) {
        state.withLock { state in
            guard state.round == round, size <= Self.most / 4 else { return }
            if state.bytes + size > Self.most {
                state.pages = [:]
                state.bytes = 0
            }
            if state.pages.updateValue(page, forKey: key) == nil { state.bytes += size }
        }
    }

    /// Looks once a second whether anything was published or withdrawn, on whichever server, or the words were changed that pages
    /// offer, until its task is cancelled. A database that does not answer changes nothing: then what is on the shelf is all that
    /// readers can be shown.
    ///
    /// - Parameter words: differs whenever the words of a place were changed.
    package func keepFresh(
        in places: @Sendable () -> [String], _ database: any Database, pause: Duration = .seconds(1),
        words: @Sendable (_ place: String) async throws -> String
    ) async {
        var known: [String: String] = [:]
        while !Task.isCancelled {
            for place in places() {
                let store = AccountStore(database, place: place, organisation: nil)
                guard let number = try? await store.changes(), let words = try? await words(place) else { continue }
                let changes = "\(number) \(words)"
                if let before = known.updateValue(changes, forKey: place), before != changes { clear() }
            }
            try? await Task.sleep(for: pause)
        }
    }

    package func clear() {
        state.withLock { state in
            state.pages = [:]
            state.bytes = 0
            state.round += 1
        }
    }
}
