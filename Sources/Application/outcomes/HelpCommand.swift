import Words

/// Lists the commands, or explains one of them.
struct HelpCommand: Command {
    static let name = "help"
    static let summary: Phrase = "Show this list, or explain one command."
    static let synopsis = "[COMMAND]"
    static let explanation: [Phrase] = ["Without a command it lists them all."]
    static let example = "help value"
    static let options: [Option] = []

    private let subject: (any Command.Type)?

    init(_ arguments: Arguments) throws(UsageError) {
        guard let name = arguments.operands.first else {
            subject = nil
            return
        }
        guard let command = Tool.command(named: name), arguments.operands.count == 1 else {
            throw UsageError("help takes the name of one command. “\(name)” is not one.")
        }
        subject = command
    }

    init(about command: any Command.Type) {
        subject = command
    }

    func run(in world: World) async -> ExitStatus {
        guard let subject else {
            list(in: world)
            return .success
        }
        world.say(verbatim: ["outcomes", subject.name, subject.synopsis].filter { !$0.isEmpty }.joined(separator: " "))
        world.say(subject.summary)
        for paragraph in subject.explanation {
            world.say(verbatim: "")
            world.say(paragraph)
        }
        let options = subject.options.map { ($0.typed, world.words.text($0.meaning)) }
        if !options.isEmpty {
            world.say(verbatim: "")
            world.say("Options:")
            say(options, in: world)
        }
        world.say(verbatim: "")
        world.say("For example: \("outcomes \(subject.example)")")
        return .success
    }

    private func list(in world: World) {
        world.say("Inside Outcomes turns what a provider knows into an account that can be checked.")
        world.say(verbatim: "")
        world.say("Commands:")
        say(Tool.commands.map { ($0.name, world.words.text($0.summary)) }, in: world)
        world.say(verbatim: "")
        world.say("Type “outcomes help” and a command’s name to read how it is used.")
        world.say(
            "It ends with 0 when all went well, 2 when what you gave can’t be taken, 64 when the command was mistyped and 1 when something failed inside."
        )
    }

    private func say(_ pairs: [(name: String, meaning: String)], in world: World) {
        let width = pairs.map(\.name.count).max() ?? 0
        for (name, meaning) in pairs {
            world.say(verbatim: "  \(name)\(String(repeating: " ", count: width - name.count))  \(meaning)")
        }
    }
}
