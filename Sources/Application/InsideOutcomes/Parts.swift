import Publishing
import Configuration
import Crypto
import Documents
import FoundationEssentials
import Imports
import Jobs
import People
import Places
import Storage
import Web
import Words

/// The machinery of an installation, opened and up to date.
struct Parts {
    let services: Services

    /// Every change to the tables that there ever was, of all modules.
    static let migrations =
        JobQueue.migrations + [
            PlaceStore.migration, OrganisationStore.migration, PeopleMigration.migration, ImportStore.migration,
            AccountStore.migration, OwnershipMigration.migration, AuditMigration.migration,
        ]

    init(
        _ settings: Settings, _ folder: DataFolder, worker: any DocumentWorker, clock: @escaping @Sendable () -> Date,
        randomness: @escaping @Sendable (Int) -> [UInt8], log: Log
    ) async throws(InstallationError) {
        let key: OwnerKey
        do { key = try OwnerKey(keptAt: folder.key, randomness: randomness) } catch { throw .key(error) }
        let catalogues: Catalogues
        do { catalogues = try Catalogues(folder: settings.home + "/words") } catch { throw .words(error) }
        let database: any Database
        do { database = try await ChosenDatabase.open(settings, folder) } catch { throw .storage(error) }
        services = Services(
            settings: settings, clock: clock, randomness: randomness, catalogues: catalogues, database: database,
            jobs: JobQueue(
                database, clock: clock, randomness: randomness,
                onTrouble: { log.failure("jobs", [("error", "\($0)")]) }),
            worker: worker, key: key, log: log)
    }
}
