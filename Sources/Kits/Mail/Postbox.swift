package import CanonicalJSON
package import Configuration
package import Crypto
package import FoundationEssentials
package import Jobs
package import Storage
import Transfers

/// Where letters are put in to be sent: one is sent if and only if the transaction that put it in succeeds, at least once, tried again
/// for most of a day.
package struct Postbox: Sendable {
    package static let kind = "mail"
    /// Pauses of 30 seconds, 2 minutes, 8, 32, 2 hours and then 6: some 21 hours in all.
    package static let patience = JobPatience(attempts: 9, firstPause: 30, longestPause: 6 * 3600)

    private let sender: Mailbox
    private let transfer: MailTransfer
    private let database: any Database
    private let jobs: JobQueue
    private let key: [UInt8]
    private let clock: @Sendable () -> Date
    private let randomness: Randomness
    private let report: @Sendable (Event) -> Void

    /// What became of an attempt to send, for the log. It names neither the receiver nor anything of the letter.
    package struct Event: Sendable, Equatable {
        package let job: String
        package let attempt: Int
        /// Nil where it was sent.
        package let reason: String?
        package let isGivenUp: Bool
    }

    /// - Parameters:
    ///   - certificates: a file of the authorities that are trusted; the system's where nil.
    ///   - key: which letters that wait are sealed with, of 32 bytes.
    package init(
        _ server: MailServer, from sender: Mailbox, certificates: String?, _ database: any Database, jobs: JobQueue,
        key: [UInt8], clock: @escaping @Sendable () -> Date, randomness: @escaping Randomness,
        report: @escaping @Sendable (Event) -> Void
    ) {
        self.sender = sender
        transfer = MailTransfer(server, certificates: certificates)
        self.database = database
        self.jobs = jobs
        self.key = key
        self.clock = clock
        self.randomness = randomness
        self.report = report
    }

    /// Puts a letter in. Wake the queue after the transaction, or the letter goes up to a second later.
    package func post(_ letter: Letter, in place: String, _ transaction: any Transaction) async throws(JobError) {
        let id = RandomIdentifier.short(from: randomness)
        let sealed = Sealing.seal(letter.json.canonical, key: key, randomness: randomness)
        do {
            try await LetterStore(place: place).add(id, sealed, at: clock(), in: transaction)
        } catch {
            throw .storage(error)
        }
        try await jobs.enqueue(Self.kind, ["letter": .string(id)], place: place, in: transaction)
    }

    /// Sends the letter of a job, and forgets it once it was sent or is given up.
    package func deliver(_ job: Job) async throws -> JSON {
        let store = LetterStore(place: job.place)
        let database = database.at(job.place)
        guard let id = job.payload["letter"]?.stringValue, let kept = try await store.find(id, in: database) else {
            // Sent before, by an attempt that was killed after it.
            return .null
        }
        guard let bytes = Sealing.open(kept.sealed, key: key), let json = try? JSON(parsing: bytes),
            let letter = Letter(json: json)
        else {
            try await store.remove(id, in: database)
            throw failure("the letter was sealed with another key", job, isFinal: true)
        }
        if let receiver = letter.receiver {
            let message = Message(letter: letter, receiver: receiver, sender: sender, id: id, date: kept.created)
            do throws(TransferError) {
                try await transfer.send(message.bytes, from: sender.text, to: receiver.text)
            } catch {
                let isFinal = error.isFinal || job.attempts >= Self.patience.attempts
                if isFinal { try await store.remove(id, in: database) }
                throw failure(error.reason, job, isFinal: isFinal)
            }
            report(Event(job: job.id, attempt: job.attempts, reason: nil, isGivenUp: false))
        }
        try await store.remove(id, in: database)
        return .null
    }

    /// Removes letters that were left behind, as where the program was killed at the last attempt.
    package func removeLeft(
        before moment: Date, in place: String, _ target: any Writing
    ) async throws(StorageError) -> Int {
        try await LetterStore(place: place).remove(before: moment, in: target)
    }

    private func failure(_ reason: String, _ job: Job, isFinal: Bool) -> JobFailure {
        report(Event(job: job.id, attempt: job.attempts, reason: reason, isGivenUp: isFinal))
        return JobFailure(reason, mayRetry: !isFinal)
    }
}

extension TransferError {
    /// Whether the server said that it will never take this message. What it says of names and passwords the administrator may yet mend.
    fileprivate var isFinal: Bool { (500...599).contains(answer) && ![530, 534, 535, 538].contains(answer) }
}
