import Configuration
import Words

/// Says which version this is.
struct VersionCommand: Command {
    static let name = "version"
    static let summary: Phrase = "Say which version this is."
    static let synopsis = ""
    static let explanation: [Phrase] = []
    static let example = "version"
    static let options: [Option] = []

    init(_ arguments: Arguments) throws(UsageError) {
        guard arguments.operands.isEmpty else { throw UsageError("version takes nothing after it.") }
    }

    func run(in world: World) async -> ExitStatus {
        world.say(verbatim: "outcomes \(Version.current)")
        return .success
    }
}
