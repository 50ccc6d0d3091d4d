import Words

/// One verb of the tool: what it is called, what help says about it, and what it does.
protocol Command: Sendable {
    static var name: String { get }
    /// One line for the list of commands.
    static var summary: Phrase { get }
    /// What follows the name, as it is typed: `MAP.json [--json]`.
    static var synopsis: String { get }
    /// What a person needs to know before the first use, a paragraph each.
    static var explanation: [Phrase] { get }
    /// One that works when it is pasted, without the program's name.
    static var example: String { get }
    static var options: [Option] { get }

    /// Takes the arguments that follow the name, or says what to type instead.
    init(_ arguments: Arguments) throws(UsageError)

    func run(in world: World) async throws -> ExitStatus
}

/// What an option is called (`json` is typed `--json`), what its value is, and what it means.
struct Option: Sendable {
    let name: String
    /// The word that stands for the value in help, such as `DIR`; nil for a switch.
    let value: String?
    let meaning: Phrase

    init(_ name: String, value: String? = nil, _ meaning: Phrase) {
        self.name = name
        self.value = value
        self.meaning = meaning
    }

    var typed: String { value.map { "--\(name) \($0)" } ?? "--\(name)" }
}

/// How the program ends.
enum ExitStatus: Int32, Sendable, CaseIterable {
    case success = 0
    /// Something failed inside, or the machine lacks something.
    case failure = 1
    /// What was given can't be taken; standard error says why, problem by problem.
    case refused = 2
    /// The command was typed in a way that means nothing (`EX_USAGE` of sysexits.h).
    case usage = 64
}

/// A command that was typed in a way that means nothing, and what to type instead.
struct UsageError: Error, Sendable, Equatable {
    let message: Phrase

    init(_ message: Phrase) {
        self.message = message
    }
}
