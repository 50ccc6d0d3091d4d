import Configuration
import InsideOutcomes
import Places
import Words

/// Looks after the places of an installation.
struct PlaceCommand: Command {
    private enum Work: Sendable {
        case list
        case add(SiteAddress)
        case move(String, to: SiteAddress)
        case link(String)
    }

    static let name = "place"
    static let summary: Phrase = "List the places of this installation, add one, or give one another address."
    static let synopsis = "[list | add ADDRESS | move PLACE ADDRESS | link PLACE]"
    static let explanation: [Phrase] = [
        "One installation can hold many places, each at an address of its own, such as https://north.example.org. They share the machine, the database and the settings, and nothing else: neither people nor organisations nor secrets.",
        "The first place is at OUTCOMES_ADDRESS. Lead the other addresses to the same server, then add them here. A server that runs shows them within seconds.",
        "“add” prints the owner’s link of the new place, and “link” prints it again: give it to whoever is to found the place.",
    ]
    static let example = "place add https://north.example.org"
    static let options: [Option] = []

    private let work: Work

    init(_ arguments: Arguments) throws(UsageError) {
        let words = arguments.operands
        switch (words.first ?? "list", words.count) {
        case ("list", 0...1): work = .list
        case ("add", 2): work = .add(try Self.address(words[1]))
        case ("move", 3): work = .move(words[1], to: try Self.address(words[2]))
        case ("link", 2): work = .link(words[1])
        default:
            throw UsageError("Type one of: place list, place add ADDRESS, place move PLACE ADDRESS, place link PLACE.")
        }
    }

    private static func address(_ text: String) throws(UsageError) -> SiteAddress {
        guard let address = SiteAddress(text) else {
            throw UsageError(
                "“\(text)” is no address of a place. It has a scheme and a host, and no path: https://north.example.org"
            )
        }
        return address
    }

    func run(in world: World) async throws -> ExitStatus {
        let register = PlaceRegister(try world.settings())
        do throws(PlaceRegister.Refusal) {
            switch work {
            case .list: list(try await register.entries(), in: world)
            case .add(let address):
                let id = try await register.add(at: address, now: world.now())
                world.say("\(id) is at \(address.description).")
                if !address.isPrivate {
                    world.say("Nobody can sign in there before it has TLS: passwords could be read on the way.")
                }
                world.say(
                    "Its owner’s link is \(try await register.ownerLink(of: id)). Whoever opens it founds the place.")
            case .move(let id, let address):
                try await register.move(id, to: address)
                world.say("\(id) is at \(address.description) now. Everybody signs in there anew.")
            case .link(let id): world.say(verbatim: try await register.ownerLink(of: id))
            }
            return .success
        } catch {
            world.complain(error.sentence)
            return error.isAboutTheWords ? .refused : .failure
        }
    }

    private func list(_ entries: [PlaceRegister.Entry], in world: World) {
        let width = entries.map(\.place.id.count).max() ?? 0
        for entry in entries {
            let id = entry.place.id + String(repeating: " ", count: width - entry.place.id.count)
            let state: Phrase = entry.isFounded ? "founded" : "nobody has opened the owner’s link yet"
            world.say(verbatim: "\(id)  \(entry.address)  \(world.words.text(state))")
        }
    }
}

extension PlaceRegister.Refusal {
    fileprivate var isAboutTheWords: Bool {
        switch self {
        case .unknown, .taken, .first: true
        case .nothingYet, .key, .storage: false
        }
    }

    fileprivate var sentence: Phrase {
        switch self {
        case .nothingYet: "There is no place yet. Start the server of this version once, then add others."
        case .unknown(let id): "There is no place “\(id)”. “outcomes place list” shows them all."
        case .taken(let address): "Another place has the address \(address.description)."
        case .first(let id): "\(id) is the first place, and is where OUTCOMES_ADDRESS says."
        case .key(let error): InstallationError.key(error).sentence
        case .storage(let error): InstallationError.storage(error).sentence
        }
    }
}
