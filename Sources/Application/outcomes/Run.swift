import Configuration
import Words

/// Finds the command, runs it, and turns whatever goes wrong into words and an exit status.
func run(_ words: [String], in world: World) async -> ExitStatus {
    let (name, rest) = spelledOut(words)
    guard let command = Tool.command(named: name) else {
        world.complain("“\(name)” is not a command. Type “outcomes help” for the list.")
        return .usage
    }
    do {
        if rest.prefix(while: { $0 != "--" }).contains("--help") {
            return await HelpCommand(about: command).run(in: world)
        }
        return try await command.init(Arguments(rest, options: command.options)).run(in: world)
    } catch let error as UsageError {
        world.complain(error.message)
        world.complain("For example: \("outcomes \(command.example)")")
        world.complain("Type “outcomes help \(command.name)” for more.")
        return .usage
    } catch let error as SettingsError {
        world.complain(verbatim: error.description)
        return .usage
    } catch {
        world.complain("Something failed inside, and nothing was changed: \(String(describing: error)).")
        return .failure
    }
}

/// The forms that people try first: no word at all, `--help`, `-h` and `--version`.
private func spelledOut(_ words: [String]) -> (name: String, rest: [String]) {
    switch words.first {
    case nil, "--help", "-h": (HelpCommand.name, [])
    case "--version": (VersionCommand.name, [])
    case let name?: (name, Array(words.dropFirst()))
    }
}
