import Publishing
import Configuration
import Crypto
import Documents
import FoundationEssentials
import Imports
import Jobs
import Language
import Lookup
import Mail
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
        JobQueue.migrations + TermMigration.migrations + [
            PlaceStore.migration, PlaceStore.addressMigration, OrganisationStore.migration, PeopleMigration.migration,
            RetentionMigration.migration,
            ImportStore.migration,
            AccountStore.migration, OwnershipMigration.migration, ProgrammeMigration.migration,
            AuditMigration.migration, LetterStore.migration,
            WaysInMigration.migration,
            TokenMigration.migration, JoinRequestMigration.migration, LanguageMigration.migration,
            MeaningsMigration.migration,
            ListsMigration.migration, ListsMigration.inParts, ListsMigration.outOfUse, ListsMigration.stated,
            PastLinksMigration.migration, PastLinksMigration.filled,
        ]

    init(
        _ settings: Settings, _ folder: DataFolder, worker: any DocumentWorker, clock: @escaping @Sendable () -> Date,
        randomness: @escaping @Sendable (Int) -> [UInt8], log: Log, isKeyNew: Bool,
        isReadOnly: Bool
    ) async throws(InstallationError) {
        let key: OwnerKey
        do { key = try OwnerKey(keptAt: settings.key, randomness: randomness) } catch { throw .key(error) }
        let catalogues: Catalogues
        do { catalogues = try Catalogues(folder: settings.home + "/words") } catch { throw .words(error) }
        let database: any Database
        do { database = try await ChosenDatabase.open(settings, folder, isReadOnly: isReadOnly) } catch {
            throw .storage(error)
        }
        let isAdmitted: Bool
        do throws(StorageError) {
            // A file has one server, whose key may be made anew at any start.
            isAdmitted =
                settings.database == nil || isReadOnly
                ? true : try await KeyInUse.admits(key, in: database, isNew: isKeyNew)
        } catch {
            await database.close()
            throw .storage(error)
        }
        guard isAdmitted else {
            await database.close()
            throw .otherKey(path: settings.key)
        }
        let jobs = JobQueue(
            database, clock: clock, randomness: randomness,
            onTrouble: { log.failure("jobs", [("error", "\($0)")]) })
        let postbox = settings.mail.map { server in
            Postbox(
                server, from: settings.sender, certificates: settings.certificates, database, jobs: jobs,
                key: key.derived(for: "letters"), clock: clock, randomness: randomness, report: log.note(_:))
        }
        services = Services(
            settings: settings, clock: clock, randomness: randomness, catalogues: catalogues, database: database,
            jobs: jobs, postbox: postbox, worker: worker, key: key, log: log)
    }
}

extension Settings {
    /// Whom mail comes from.
    var sender: Mailbox {
        let host = address.authority.prefix { $0 != ":" }
        return mailFrom.flatMap(Mailbox.init) ?? Mailbox("outcomes@\(host)") ?? Mailbox.nobody
    }
}

extension Mailbox {
    /// Where the site's address is none that mail could come from, such as one of IPv6.
    fileprivate static let nobody = Mailbox(domain: "localhost")
}

extension Log {
    /// Says what became of an attempt to send a letter.
    fileprivate func note(_ event: Postbox.Event) {
        let values = [("job", event.job), ("attempt", "\(event.attempt)")]
        guard let reason = event.reason else { return note("mail-sent", values) }
        failure(event.isGivenUp ? "mail-given-up" : "mail-failed", values + [("reason", reason)])
    }
}
