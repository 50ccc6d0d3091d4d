import Configuration
import InsideOutcomes
import Web
import Words

/// Serves the website until somebody asks it to stop.
struct ServeCommand: Command {
    static let name = "serve"
    static let summary: Phrase = "Serve the website until it is asked to stop."
    static let synopsis = "[--empty] [--new-key] [--read-only]"
    static let explanation: [Phrase] = [
        "It prints its address, and the owner’s link. Whoever opens that link the first time founds the place, and can invite others. Strangers see only what was published.",
        "Several servers can share a PostgreSQL database. Give each a data folder of its own, and all the same owner’s key (OUTCOMES_KEY).",
        "Everything is kept in the data folder (OUTCOMES_DATA); the database may stand elsewhere (OUTCOMES_DATABASE). The first start makes a demo place with made-up organisations, unless --empty is given.",
        "SIGTERM or Ctrl+C finishes the requests that run, takes no new ones, and closes the database.",
    ]
    static let example = "serve"
    static let options = [
        Option("empty", "Start a new installation without the demo place."),
        Option(
            "new-key",
            "Use this server’s owner’s key from now on, instead of the one that the database was used with."),
        Option(
            "read-only",
            "Show what is published and change nothing: for a copy of the database that follows another server’s."),
    ]

    private let isEmpty: Bool
    private let isReadOnly: Bool
    private let isKeyNew: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        if let word = arguments.operands.first {
            throw UsageError("“\(word)” means nothing here: serve takes no word.")
        }
        isEmpty = arguments.has("empty")
        isReadOnly = arguments.has("read-only")
        isKeyNew = arguments.has("new-key")
    }

    func run(in world: World) async throws -> ExitStatus {
        let settings = try world.settings()
        let installation: Installation
        do throws(InstallationError) {
            installation = try await Installation(
                settings, isEmpty: isEmpty, isKeyNew: isKeyNew, isReadOnly: isReadOnly)
        } catch {
            world.complain(error.sentence)
            return .failure
        }
        do {
            let address = try await installation.start()
            world.say("Inside Outcomes is at \(installation.address(address).description).")
            if isReadOnly { world.say("It changes nothing, and shows what is published.") }
            world.say("The owner’s link is \(installation.ownerLink(at: address)). Keep it to yourself.")
            world.say("Press Ctrl+C to stop.")
        } catch {
            await installation.stop()
            if let error = error as? ServerError {
                world.complain(verbatim: error.description)
                return .failure
            }
            throw error
        }
        await Termination.requested()
        world.say("Stopping: requests that run are finished first.")
        await installation.stop()
        return .success
    }
}
