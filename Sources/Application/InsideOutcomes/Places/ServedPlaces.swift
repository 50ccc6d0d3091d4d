import Configuration
import Jobs
import Places
import Retention
import Storage
import Synchronization
import Web

/// The places of an installation as this server shows them. One that is added or moved while it runs is found within seconds.
final class ServedPlaces: Sendable {
    /// Between two looks at which places there are.
    private static let pause = Duration.seconds(2)

    let first: ServedPlace
    let sites: Sites
    let common: ServedPlace.Common
    private let known: Mutex<[String: ServedPlace]>

    /// - Parameter first: the place at the installation's own address.
    init(first place: Place, _ common: ServedPlace.Common) throws(RouteConflict) {
        first = try ServedPlace(place, common)
        sites = Sites(first.site)
        self.common = common
        known = Mutex([place.id: first])
    }

    var all: [ServedPlace] { known.withLock { Array($0.values) } }

    /// The place of a piece of work, also where another server has only just heard of it; nil where there is none.
    func served(_ id: String) async throws -> ServedPlace? {
        if let served = known.withLock({ $0[id] }) { return served }
        try await refresh()
        return known.withLock { $0[id] }
    }

    /// Looks which places there are and where.
    func refresh() async throws {
        for place in try await PlaceStore(common.services.database).all() where place.id != first.place.id {
            guard known.withLock({ $0[place.id]?.place != place }) else { continue }
            let served = try ServedPlace(place, common)
            known.withLock { $0[place.id] = served }
        }
        sites.set(
            all.compactMap { served in served.place.address.map { (address: $0, site: served.site) } })
    }

    /// Goes on looking until its task is cancelled. While the database doesn't answer, the places are those that were known; the log says
    /// so once.
    func keepFresh() async {
        var isKnownToFail = false
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            guard !Task.isCancelled else { return }
            do {
                try await refresh()
                isKnownToFail = false
            } catch {
                if !isKnownToFail { common.services.log.failure("places", [("error", "\(error)")]) }
                isKnownToFail = true
            }
        }
    }

    /// Has the queue do the work of every place, each by its own pages' rules and with its own secrets.
    func addHandlers(to jobs: JobQueue) async {
        for kind in first.handlers.keys {
            await jobs.handle(kind) { job, progress in
                guard let handler = try await self.served(job.place)?.handlers[job.kind] else {
                    throw JobFailure("no-place")
                }
                return try await handler(job, progress)
            }
        }
    }

    /// Orders each night's work, and does what is done more often, until its task is cancelled.
    func tidyHourly() async {
        while !Task.isCancelled {
            for served in all {
                do {
                    try await served.nightly.hourly()
                } catch {
                    common.services.log.failure("retention", [("place", served.place.id), ("error", "\(error)")])
                }
            }
            try? await Task.sleep(for: .seconds(3600))
        }
    }
}
