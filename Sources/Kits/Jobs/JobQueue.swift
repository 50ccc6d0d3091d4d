package import CanonicalJSON
import Crypto
package import FoundationEssentials
package import Storage

/// Works through jobs kept in the store: each at least once, also when the program is killed in between.
///
/// Give it the handlers, then ``start()`` it; any number of servers may have one for the same store. It lives until
/// ``stop(within:)``.
package actor JobQueue {
    package static let migrations = [
        JobStore.migration, JobStore.ownerMigration, ServersMigration.migration, JobStore.authorMigration,
    ]

    /// Why a running job was told to stop; `lost` where another server has taken it up.
    enum StopReason { case person, overdue, closing, lost }

    struct Run {
        var job: Job
        var task: Task<Void, Never>?
        var stopReason: StopReason?
        var lastNote: ContinuousClock.Instant
        var isNoteWritten = true
    }

    struct Key: Hashable {
        let place: String
        let id: String
    }

    let store: JobStore
    /// What tells the work of this run of the program from that of all others.
    let runner: String
    let rules: JobRules
    let clock: @Sendable () -> Date
    private let randomness: @Sendable (Int) -> [UInt8]
    /// Told where the store fails behind the scenes; the queue itself goes on trying.
    let onTrouble: @Sendable (StorageError) -> Void

    var handlers: [String: JobHandler] = [:]
    var patience: [String: JobPatience] = [:]
    var running: [Key: Run] = [:]
    var isStarted = false
    var isStopping = false
    var signsOfLife = SignsOfLife()
    var looping: Task<Void, Never>?
    var ticking: Task<Void, Never>?
    var watching: Task<Void, Never>?
    let signals: AsyncStream<Void>
    nonisolated let signal: AsyncStream<Void>.Continuation

    package init(
        _ database: any Database, rules: JobRules = JobRules(), clock: @escaping @Sendable () -> Date,
        randomness: @escaping @Sendable (Int) -> [UInt8] = randomBytes,
        onTrouble: @escaping @Sendable (StorageError) -> Void = { _ in }
    ) {
        store = JobStore(database: database)
        runner = RandomIdentifier.short(from: randomness)
        self.rules = rules
        self.clock = clock
        self.randomness = randomness
        self.onTrouble = onTrouble
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Says who does the work of a kind, and how long it is tried; as the rules say where nil.
    package func handle(_ kind: String, patience: JobPatience? = nil, with handler: @escaping JobHandler) {
        handlers[kind] = handler
        self.patience[kind] = patience
    }

    /// Adds a job and gives its identifier.
    ///
    /// - Parameters:
    ///   - owner: whose job it is; the queue only keeps it.
    ///   - runAfter: not before this moment; at once where nil.
    ///   - transaction: to add the job if and only if the transaction succeeds. Call ``wake()`` after it, or the job
    ///     begins up to ``JobRules/idlePause`` later.
    @discardableResult
    package nonisolated func enqueue(
        _ kind: String, _ payload: JSON, place: String, owner: String? = nil, runAfter: Date? = nil,
        in transaction: (any Transaction)? = nil
    ) async throws(JobError) -> String {
        guard payload.canonical.count <= rules.mostBytes else { throw .tooLarge }
        let now = clock()
        let job = Job(
            place: place, id: RandomIdentifier.short(from: randomness), owner: owner,
            author: Author.current.kind == .server ? nil : .current, kind: kind, payload: payload,
            state: .queued,
            progress: 0, note: "", attempts: 0, runAfter: runAfter ?? now, created: now, started: nil, finished: nil,
            isCancelAsked: false, error: nil, result: nil)
        let target: any Writing = transaction ?? store.database.at(place)
        let waiting: Int
        do { waiting = try await store.waiting(kind, in: place, of: target) } catch { throw .storage(error) }
        guard waiting < rules.mostWaiting else { throw .tooMany }
        do { try await store.insert(job, in: target) } catch { throw .storage(error) }
        if transaction == nil { wake() }
        return job.id
    }

    /// How many jobs of each kind are in each state, in all places.
    package nonisolated func counts() async throws(StorageError) -> [(kind: String, state: Job.State, count: Int)] {
        try await store.counts()
    }

    /// Adds a job under a name that is given, unless there was one of that name already: for work that is to be done once, whoever
    /// thinks of it.
    package nonisolated func enqueueOnce(
        _ id: String, _ kind: String, _ payload: JSON, place: String
    ) async throws(StorageError) {
        let now = clock()
        let job = Job(
            place: place, id: id, owner: nil, author: nil, kind: kind, payload: payload, state: .queued, progress: 0,
            note: "", attempts: 0, runAfter: now, created: now, started: nil, finished: nil, isCancelAsked: false,
            error: nil, result: nil)
        let isKnown = try await store.find(id, in: place) != nil
        guard !isKnown else { return }
        try await store.insert(job, in: store.database.at(place))
        wake()
    }

    /// Removes jobs of a place that were finished before a moment, and says how many.
    package nonisolated func removeFinished(
        before moment: Date, in place: String, _ target: any Writing
    ) async throws(StorageError) -> Int {
        try await store.removeFinished(before: moment, in: place, of: target)
    }

    /// Removes a job that has failed, so that nobody sees it any more. False where there is none.
    package nonisolated func putAway(_ id: String, in place: String) async throws(StorageError) -> Bool {
        try await store.putAway(id, in: place)
    }

    /// Whether nothing runs here now.
    package var isIdle: Bool { running.isEmpty }

    /// Makes the queue look for work now.
    package nonisolated func wake() {
        signal.yield()
    }

    /// A job as it stands, with the newest progress; nil where there is none of this identifier in the place.
    package func job(_ id: String, in place: String) async throws(StorageError) -> Job? {
        guard var job = try await store.find(id, in: place) else { return nil }
        if job.state == .running, let run = running[Key(place: place, id: id)] {
            job.progress = run.job.progress
            job.note = run.job.note
        }
        return job
    }

    /// Waits for a job to finish, but not longer than the limit: for an answer that is only worth waiting for when it is quick.
    ///
    /// - Returns: the job as it then stands; nil where there is none of this identifier in the place.
    package func job(
        _ id: String, in place: String, finishedWithin limit: Duration
    ) async throws(StorageError) -> Job? {
        let deadline = ContinuousClock.now + limit
        var job = try await job(id, in: place)
        while let found = job, !found.state.isFinished, !isStopping, ContinuousClock.now < deadline {
            do { try await Task.sleep(for: .milliseconds(10)) } catch { break }
            job = try await self.job(id, in: place)
        }
        return job
    }

    /// The jobs of a place that wait or run, oldest first; those of one kind and of one owner, where they are given.
    ///
    /// - Parameter reader: a transaction that is to go by what it sees.
    package nonisolated func unfinished(
        in place: String, of kind: String? = nil, owner: String? = nil, seenBy reader: (any Reading)? = nil
    ) async throws(StorageError) -> [Job] {
        try await store.unfinished(in: place, of: kind, owner: owner, reader ?? store.database.at(place))
    }

    /// The jobs of an owner that failed and are still kept, the newest first; at most 100.
    package nonisolated func failed(in place: String, owner: String) async throws(StorageError) -> [Job] {
        try await store.failed(in: place, owner: owner)
    }

    /// Cancels a job that waits at once, and tells one that runs to stop, on whichever server.
    ///
    /// - Returns: false where it was finished already or never existed.
    package func cancel(_ id: String, in place: String) async throws(StorageError) -> Bool {
        let isCancelled = try await store.cancel(id, in: place, at: clock())
        interrupt(Key(place: place, id: id), because: .person)
        return isCancelled
    }

    func interrupt(_ key: Key, because reason: StopReason) {
        guard running[key] != nil, running[key]?.stopReason == nil else { return }
        running[key]?.stopReason = reason
        running[key]?.task?.cancel()
    }
}
