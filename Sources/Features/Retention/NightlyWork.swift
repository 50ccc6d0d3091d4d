package import CanonicalJSON
import Configuration
import FoundationEssentials
package import Imports
package import Jobs
import Language
import Mail
import People
package import Places
import Publishing
import Storage
package import Web
import Words

/// Removes what has been kept for long enough, as ``Places/RetentionTable`` says, and counts it.
///
/// Each piece is removed and counted in one transaction, so that work which was interrupted, or is done twice, neither forgets nor
/// counts anything a second time.
package struct NightlyWork: Sendable {
    package static let kind = "retention"
    /// When a night's work begins, in hours after midnight, UTC.
    private static let hour = 2.0

    private let services: Services
    private let place: String
    private let understood: UnderstoodImports
    private let table: RetentionTable
    private let removals: RemovalStore

    package init(_ services: Services, place: Place, understood: UnderstoodImports) {
        self.services = services
        self.place = place.id
        self.understood = understood
        table = RetentionTable(services.settings.keep)
        removals = RemovalStore(place: place.id)
    }

    /// Orders the work of the last night that has begun, once, whichever server asks and however often; and does now what is looked
    /// through every hour.
    package func hourly() async throws {
        let now = services.clock()
        let night = CivilDate(now.addingTimeInterval(-Self.hour * 3600))
        try await services.jobs.enqueueOnce(
            "\(Self.kind)-\(night)", Self.kind, ["night": .string(night.description)], place: place)
        _ = try await run(.hour, on: CivilDate(now))
    }

    /// Does the work of a night, and says what was removed.
    package func work(on job: Job, _ progress: JobProgress) async throws -> JSON {
        guard let night = job.payload["night"]?.stringValue.flatMap(CivilDate.init) else {
            throw JobFailure("no-night")
        }
        let removed = try await run(.night, on: night)
        // Also what was removed before, while somebody was reading.
        try await services.database.at(place).forgetRemoved()
        services.log.note("retention", [("night", night.description)] + removed.map { ($0.rawValue, "\($1)") })
        return .object(Dictionary(uniqueKeysWithValues: removed.map { ($0.rawValue, .integer($1)) }))
    }

    /// What can't be removed of one kind doesn't keep the others; the work then fails all the same, and is tried again.
    func run(_ rhythm: RetentionTable.Rhythm, on night: CivilDate) async throws -> [(KeptKind, Int)] {
        var removed: [(KeptKind, Int)] = []
        var failure: (any Error)?
        for line in table.lines where line.rhythm == rhythm {
            let limit = table.limit(of: line.kind, at: services.clock())
            do {
                let number = try await remove(line.kind, before: limit, on: night)
                if number > 0 { removed.append((line.kind, number)) }
            } catch {
                services.log.failure("retention", [("kind", line.kind.rawValue), ("error", "\(error)")])
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return removed
    }

    private func remove(_ kind: KeptKind, before limit: Date, on night: CivilDate) async throws -> Int {
        let people = PastPeople(place: place)
        let now = services.clock()
        switch kind {
        case .sessions: return try await counted(kind, night) { try await people.removeSessions(before: limit, in: $0) }
        // An invitation knows itself when it runs out, and a token when its last day is.
        case .invitations: return try await counted(kind, night) { try await people.removeInvitations(at: now, in: $0) }
        case .tokens: return try await counted(kind, night) { try await people.removeTokens(at: now, in: $0) }
        case .resets: return try await counted(kind, night) { try await people.removeResets(at: now, in: $0) }
        case .attempts: return try await counted(kind, night) { try await people.removeAttempts(before: limit, in: $0) }
        case .memberships:
            return try await counted(kind, night) { try await people.removeMemberships(before: limit, in: $0) }
        case .people:
            return try await counted(kind, night) { try await people.removeUnattached(before: limit, at: now, in: $0) }
        case .requests:
            return try await counted(kind, night) { try await people.removeRequests(before: limit, at: now, in: $0) }
        case .uploads:
            let uploads = WaitingUploads(services, place: place)
            let number = try await counted(kind, night) { try await uploads.remove(before: limit, in: $0) }
            uploads.removeCopies(before: limit)
            let lists = LoadThesaurusJob(services, place: place)
            return number + (try await counted(kind, night) { try await lists.removeFiles(before: limit, in: $0) })
        case .copies:
            let copies = MarkedCopies(services, place: place)
            return try await counted(kind, night) { try await copies.remove(before: limit, in: $0) }
        case .drafts:
            let accounts = AccountStore(services.database, place: place, organisation: nil)
            return try await counted(kind, night) { try await accounts.removeDrafts(before: limit, in: $0) }
        case .workbooks: return try await removeWorkbooks(before: limit, at: now, on: night)
        case .takenBack:
            let place = place
            return try await counted(kind, night) {
                try await ImportStore.forgetTakenBack(before: limit, in: place, $0)
            }
        case .letters:
            guard let postbox = services.postbox else { return 0 }
            let place = place
            return try await counted(kind, night) { try await postbox.removeLeft(before: limit, in: place, $0) }
        case .jobs:
            let place = place
            return try await counted(kind, night) { transaction in
                try await services.jobs.removeFinished(before: limit, in: place, transaction)
            }
        case .trail:
            let place = place
            return try await counted(kind, night) { try await AuditMigration.forget(before: limit, in: place, $0) }
        case .counts:
            return try await counted(kind, night) { try await removals.forget(before: CivilDate(limit), in: $0) }
        }
    }

    /// What was read goes with the same care as where a person takes a workbook back.
    private func removeWorkbooks(before limit: Date, at now: Date, on night: CivilDate) async throws -> Int {
        var number = 0
        let organisations = OrganisationStore(place: place)
        for (store, id) in try await ImportStore.older(than: limit, in: place, services.database) {
            let accounts = AccountStore(services.database, place: place, organisation: store.organisation)
            // Nobody is left who could take back what a closed organisation has published of.
            let isClosed = try await organisations.isClosed(store.organisation, in: services.database.at(place))
            let isUsed = try await !accounts.made(of: id).isEmpty
            guard isClosed || !isUsed else { continue }
            try await TakeBack(importID: id).run(
                in: store, understood, copies: MarkedCopies(services, place: place), at: now,
                removeDrafts: { _, transaction in
                    try await removals.add(1, .workbooks, on: night, in: transaction)
                })
            number += 1
        }
        return number
    }

    private func counted(
        _ kind: KeptKind, _ night: CivilDate, _ remove: @Sendable (any Transaction) async throws -> Int
    ) async throws(StorageError) -> Int {
        try await services.database.at(place).transaction { transaction in
            let number = try await remove(transaction)
            try await removals.add(number, kind, on: night, in: transaction)
            return number
        }
    }
}
