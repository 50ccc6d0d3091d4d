import Publishing
package import Configuration
import Crypto
package import Documents
package import FoundationEssentials
import Glibc
import Imports
import Jobs
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
    package let services: Services
    package let routes: [Route]
    package let place: Place
    let site: Site
    private let server: Server
    /// For figures, on an address of its own; nil where none are asked for.
    private let figures: Server?
    private let understood = UnderstoodImports(by: .byContent)
    private let shelf: AccountShelf
    private let isReadOnly: Bool
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
        let log = Log(level: settings.log, clock: clock, write: write)
        let worker = worker ?? DocumentWorkers(in: WorkerPlace(settings, scratch: folder.worker))
        let parts = try await Parts(
            settings, folder, worker: worker, clock: clock, randomness: randomness, log: log,
            isKeyNew: isKeyNew, isReadOnly: isReadOnly)
        services = parts.services
        let standard = isEmpty ? Place.home : Place.demo
        do throws(StorageError) {
            let places = PlaceStore(services.database)
            place =
                isReadOnly
                ? try await places.first() ?? standard : try await places.first(otherwise: standard, at: clock())
        } catch {
            throw .storage(error)
        }
        let assembly = Assembly(services, place: place, understood: understood)
        self.isReadOnly = isReadOnly
        routes = isReadOnly ? assembly.routes.readOnly(besides: Assembly.beginnings) : assembly.routes
        shelf = assembly.shelf
        do throws(RouteConflict) {
            let gatekeeper: any Gatekeeper =
                isReadOnly ? StrangersOnly() : Doorkeeper(place: place.id, services.database, clock: clock)
            site = try Site(services, gatekeeper: gatekeeper, routes: routes, frame: assembly.frame)
        } catch {
            throw .conflict(error)
        }
        server = Server(site)
        do throws(RouteConflict) {
            figures =
                settings.metrics == nil
                ? nil
                : Server(
                    try Site(
                        services, gatekeeper: StrangersOnly(), routes: [MetricsRoute(server, services).route],
                        frame: assembly.frame))
        } catch {
            throw .conflict(error)
        }
        await assembly.addHandlers(to: services.jobs)
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
        let address = try server.start(on: services.settings.listen)
        if let figures, let wanted = services.settings.metrics {
            services.log.note("figures", [("address", "\(try figures.start(on: wanted))")])
        }
        if !isReadOnly {
            await services.jobs.start()
            try await DemoPlace.begin(in: place, services)
        }
        let (services, place, understood, shelf) = (services, place, understood, shelf)
        chores.withLock { chores in
            if !isReadOnly {
                let work = NightlyWork(services, place: place, understood: understood)
                chores.append(Task { await Self.tidyHourly(work, services) })
            }
            // A file has one server only.
            if services.settings.database != nil {
                chores.append(Task { await shelf.keepFresh(in: place.id, services.database) })
            }
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
    }

    /// Orders each night's work, and does what is done more often.
    private static func tidyHourly(_ work: NightlyWork, _ services: Services) async {
        while !Task.isCancelled {
            do {
                try await work.hourly()
            } catch {
                services.log.failure("retention", [("error", "\(error)")])
            }
            try? await Task.sleep(for: .seconds(3600))
        }
    }
}
