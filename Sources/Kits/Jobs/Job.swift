package import CanonicalJSON
package import FoundationEssentials
package import Storage

/// A piece of long work: a document to make, a workbook to read.
package struct Job: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case queued, running, done, failed, cancelled

        package var isFinished: Bool { self != .queued && self != .running }
    }

    package let place: String
    package let id: String
    /// Whose job it is, in the words of the feature that ordered it; nil where it is nobody's.
    package let owner: String?
    /// Who ordered it: the audit trail names them beside what it changes. Nil for the product itself.
    package let author: Author?
    /// What is to be done: the name under which a handler was given to the queue.
    package let kind: String
    package let payload: JSON
    package internal(set) var state: State
    /// How much is done, in percent.
    package internal(set) var progress: Int
    /// What is being done now, in the words of the handler; empty until it says something.
    package internal(set) var note: String
    /// How many times it was begun, this one included.
    package internal(set) var attempts: Int
    /// It does not begin before this moment.
    package let runAfter: Date
    package let created: Date
    package let started: Date?
    package let finished: Date?
    /// Somebody asked to stop it while it ran.
    package let isCancelAsked: Bool
    /// Why the last attempt failed, as ``JobFailure/reason`` or, for any other error, its description for the log.
    package let error: String?
    package let result: JSON?
}

/// What a handler throws where it knows why the work can't be done.
package struct JobFailure: Error, Equatable, Sendable {
    /// A short name that stays the same; the page that shows the job turns it into a sentence.
    package let reason: String
    /// Whether the same work may go better later, as when something was busy.
    package let mayRetry: Bool

    package init(_ reason: String, mayRetry: Bool = false) {
        self.reason = reason
        self.mayRetry = mayRetry
    }
}

/// Does the work of one kind and gives its result, a small value: documents themselves belong in the store.
///
/// It may be run again after a crash, so it must leave the same behind when it runs twice: write under names made from
/// the job's identifier. It stops soon after its task is cancelled.
package typealias JobHandler = @Sendable (Job, JobProgress) async throws -> JSON

/// How a handler says how far it is.
package struct JobProgress: Sendable {
    private let send: @Sendable (Int, String) async -> Void

    package init(_ send: @escaping @Sendable (_ percent: Int, _ note: String) async -> Void) {
        self.send = send
    }

    /// Says how much is done, from 0 to 100, and what comes now. Cheap: most calls do not reach the store.
    package func report(_ percent: Int, _ note: String = "") async {
        await send(min(max(percent, 0), 100), String(note.prefix(200)))
    }
}
