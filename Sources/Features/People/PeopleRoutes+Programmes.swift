import Crypto
import HTML
import Places
import Storage
import Web
import Words

extension PeopleRoutes {
    /// Adds a programme, so that somebody can be let in to it alone.
    func addProgramme(_ request: Request) async throws -> Reply {
        guard let organisation = request.reader.person?.organisation else { throw Problem.notAllowed }
        let name = request.form.text("programme-name", most: Programme.longestName)
        let store = ProgrammeStore(place: place.id, organisation: organisation.id)
        let programme = Programme(id: RandomIdentifier.short(from: services.randomness), name: name)
        let fault: Phrase? = try await database.transaction { transaction in
            let known = try await store.all(in: transaction)
            if name.isEmpty { return "Give the programme’s name." }
            if known.contains(where: { $0.name.lowercased() == name.lowercased() }) {
                return "There is a programme of this name already."
            }
            if known.count >= ProgrammeStore.most { return "There are as many programmes as an organisation can have." }
            try await store.add(programme, at: services.clock(), in: transaction)
            return nil
        }
        guard let fault else { return .redirect(to: PeoplePath.organisation.url) }
        var form = InviteForm()
        form.faults.add(fault, at: "programme-name")
        return try await organisationPage(again: form, request)
    }
}
