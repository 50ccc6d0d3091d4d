import Publishing
package import Configuration
import Crypto
package import Documents
package import FoundationEssentials
import Glibc
import Imports
import Jobs
import Language
import Lookup
import Mail
import People
package import Places
import Reading
import Retention
import Storage
import Synchronization
package import Web
import Words

/// The product at work: everything opened and put together, from the database to the server.
package final class Installation: Sendable {
    /// The place at the installation's own address, with its pages and its secrets.
    package let place: Place
    package let services: Services
    package let routes: [Route]
    let site: Site
    private let server: Server
    /// For figures, on an address of its own; nil where none are asked for.
    private let figures: Server?
    let places: ServedPlaces
    private let understood = UnderstoodImports(by: .byContent)
    private let shelf = AccountShelf()
    private let isReadOnly: Bool
    /// Held until the stop.
    private let mark: Mutex<ServingMark?>
    /// What goes on beside the requests, until the stop.
    private let chores = Mutex<[Task<Void, Never>]>([])

    /// Opens the data folder, brings the database up to date and assembles the site. Nothing answers yet, and nothing works yet.
    ///
    /// - Parameters:
    ///   - isEmpty: whether a new installation begins without the demo place.
    ///   - isReadOnly: whether nothing is changed and nobody signs in: for a copy of a database, which follows another server's.
    ///   - isKeyNew: whether the owner's key is to take the place of the one that the database was used with.
    package init(
        _ settings: Settings, isEmpty: Bool, isKeyNew: Bool = false, isReadOnly: Bool = false,
        clock: @escaping @Sendable () -> Date = { Date() },
        randomness: @escaping @Sendable (Int) -> [UInt8] = { randomBytes($0) },
        worker: (any DocumentWorker)? = nil, write: @escaping @Sendable (String) -> Void = Log.toStandardError
    ) async throws(InstallationError) {
        let folder = try DataFolder(settings.data)
        mark = Mutex(ServingMark(in: settings.data))
        ScratchFolder(settings.data + "/scratch").clear()
        let log = Log(level: settings.log, clock: clock, write: write)
        let worker = worker ?? DocumentWorkers(in: WorkerPlace(settings, scratch: folder.worker))
        let parts = try await Parts(
            settings, folder, worker: worker, clock: clock, randomness: randomness, log: log,
            isKeyNew: isKeyNew, isReadOnly: isReadOnly)
        let standard = isEmpty ? Place.home : Place.demo
        let machinery = parts.services
        do throws(StorageError) {
            let places = PlaceStore(machinery.database)
            place =
                isReadOnly
                ? try await places.first() ?? standard : try await places.first(otherwise: standard, at: clock())
        } catch {
            throw .storage(error)
        }
        self.isReadOnly = isReadOnly
        do throws(RouteConflict) {
            places = try ServedPlaces(
                first: place,
                ServedPlace.Common(
                    services: machinery, understood: understood, shelf: shelf,
                    traffic: Traffic(randomness: randomness), isReadOnly: isReadOnly))
        } catch {
            throw .conflict(error)
        }
        services = places.first.services
        routes = places.first.routes
        site = places.first.site
        server = Server(places.sites)
        do throws(RouteConflict) {
            figures =
                settings.metrics == nil
                ? nil
                : Server(
                    try Site(
                        services, gatekeeper: StrangersOnly(), routes: [MetricsRoute(server, services).route],
                        frame: places.first.frame))
        } catch {
            throw .conflict(error)
        }
        await places.addHandlers(to: services.jobs)
        if let postbox = services.postbox {
            await services.jobs.handle(Postbox.kind, patience: Postbox.patience) { job, _ in
                try await postbox.deliver(job)
            }
        }
    }

    /// The link that founds the place, and later lets somebody in again.
    package func ownerLink(at address: ListenAddress) -> String {
        PeopleRoutes.ownersLink(services.key, at: self.address(address))
    }

    /// What people type to get here: the address that was set, else the one that is listened on.
    package func address(_ listening: ListenAddress) -> SiteAddress {
        services.settings.isGiven(.address) ? services.settings.address : SiteAddress(listening)
    }

    /// Begins to answer, then to work. Gives the address that is listened on.
    package func start() async throws -> ListenAddress {
        try await places.refresh()
        let address = try server.start(on: services.settings.listen)
        if let figures, let wanted = services.settings.metrics {
            services.log.note("figures", [("address", "\(try figures.start(on: wanted))")])
        }
        if !isReadOnly {
            await services.jobs.start()
            for served in places.all { try await served.terms.order(services.jobs) }
            try await DemoPlace.begin(in: place, services)
        }
        let (services, places, shelf) = (services, places, shelf)
        chores.withLock { chores in
            chores.append(Task { await places.keepFresh() })
            if !isReadOnly { chores.append(Task { await places.tidyHourly() }) }
            chores.append(
                Task {
                    await shelf.keepFresh(in: { places.all.map(\.place.id) }, services.database) { place in
                        try await ConceptStore(place: place).stamp(in: services.database.at(place))
                    }
                })
        }
        Task { await services.worker.warm() }
        return address
    }

    /// Lets requests and jobs finish, takes no new ones, and closes everything.
    package func stop() async {
        for chore in chores.withLock({ $0 }) { chore.cancel() }
        await figures?.stop(within: 1)
        async let answered: Void = server.stop()
        async let worked: Void = services.jobs.stop()
        _ = await (answered, worked)
        await services.worker.stop()
        await services.database.close()
        mark.withLock { $0 = nil }
    }
}
