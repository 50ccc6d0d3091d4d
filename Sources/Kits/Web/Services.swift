package import Configuration
package import Documents
package import FoundationEssentials
package import Jobs
package import Mail
package import Storage
package import Words

/// The machinery that features use, handed to them at the start. Nothing of the domain stands here.
package struct Services: Sendable {
    package let settings: Settings
    package let clock: @Sendable () -> Date
    /// So many random bytes, fit for secrets.
    package let randomness: @Sendable (Int) -> [UInt8]
    package let catalogues: Catalogues
    package let database: any Database
    package let jobs: JobQueue
    /// Nil where no mail is sent.
    package let postbox: Postbox?
    package let files: JobFiles
    package let worker: any DocumentWorker
    package let key: OwnerKey
    package let sessions: Sessions
    package let assets: Assets
    package let log: Log

    package init(
        settings: Settings, clock: @escaping @Sendable () -> Date, randomness: @escaping @Sendable (Int) -> [UInt8],
        catalogues: Catalogues, database: any Database, jobs: JobQueue, postbox: Postbox?,
        worker: any DocumentWorker, key: OwnerKey, log: Log, assets: Assets? = nil
    ) {
        self.settings = settings
        self.clock = clock
        self.randomness = randomness
        self.catalogues = catalogues
        self.database = database
        self.jobs = jobs
        self.postbox = postbox
        files = JobFiles(database, key: key.derived(for: "files of jobs"))
        self.worker = worker
        self.key = key
        self.log = log
        sessions = Sessions(key: key, isSecure: settings.address.isSecure, randomness: randomness)
        self.assets = assets ?? Assets(folder: settings.home + "/assets")
    }

    /// The same machinery for one place.
    ///
    /// - Parameter address: what people type to get there; the installation's where nil.
    package func of(place: String, at address: SiteAddress?) -> Services {
        Services(
            settings: address.map(settings.at) ?? settings, clock: clock, randomness: randomness,
            catalogues: catalogues, database: database, jobs: jobs, postbox: postbox, worker: worker,
            key: key.of(place: place), log: log, assets: assets)
    }
}
