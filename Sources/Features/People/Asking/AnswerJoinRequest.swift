import FoundationEssentials
import Jobs
import Mail
import Places
import Storage
import Web
import Words

/// A facilitator lets in an organisation that asked to join: it is there at once, and whoever asked is invited as its first owner.
struct AcceptJoinRequest: Sendable {
    enum Refusal: StorageFailure, Equatable {
        /// Somebody has answered it before.
        case answered
        /// Another organisation, which people belong to, has this name.
        case nameTaken
        case storage(StorageError)
    }

    let request: JoinRequest
    /// What the organisation is to be called; the facilitator may have mended it.
    let name: String
    let acceptedBy: String
    let letter: InvitationLetter?

    /// - Returns: the token of the link for the owner-to-be.
    func run(in place: String, _ services: Services) async throws(Refusal) -> String {
        let invitation = InviteOrganisation(name: name, owner: request.email, invitedBy: acceptedBy, letter: letter)
        let now = services.clock()
        let token = try await services.database.at(place).transaction(throwing: Refusal.self) { transaction in
            guard try await JoinRequestStore(place: place).answer(request.id, .accepted, at: now, in: transaction)
            else { throw Refusal.answered }
            guard let token = try await invitation.run(in: place, services, transaction) else {
                throw Refusal.nameTaken
            }
            return token
        }
        services.jobs.wake()
        return token
    }
}

/// A facilitator says no to an organisation that asked to join. Whoever asked is told by mail, where they have confirmed their address.
struct DeclineJoinRequest: Sendable {
    /// In characters.
    static let longestSentence = 500

    enum Refusal: StorageFailure, Equatable {
        case answered
        case storage(StorageError)
    }

    let request: JoinRequest
    /// What the letter says besides; it is kept nowhere else. Empty for nothing.
    let sentence: String

    func run(in place: String, _ services: Services) async throws(Refusal) {
        let now = services.clock()
        let letters = JoinRequestLetters(catalogue: services.catalogues[request.language])
        try await services.database.at(place).transaction(throwing: Refusal.self) { transaction in
            guard try await JoinRequestStore(place: place).answer(request.id, .declined, at: now, in: transaction)
            else { throw Refusal.answered }
            guard request.isConfirmed, let postbox = services.postbox else { return }
            try await postbox.post(letters.declined(request, saying: sentence), to: place, transaction)
        }
        services.jobs.wake()
    }
}
