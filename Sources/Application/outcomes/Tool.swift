import Glibc

/// The program: the arguments in, an exit status out.
@main
struct Tool {
    static func main() async {
        exit(await run(Array(CommandLine.arguments.dropFirst()), in: .process).rawValue)
    }

    /// Every command, in the order in which help lists them. Help, the manual and the tests read this list.
    static let commands: [any Command.Type] = [
        AccountCommand.self,
        UnderstandCommand.self,
        ValueCommand.self,
        LanguageCommand.self,
        ServeCommand.self,
        BackupCommand.self,
        RestoreCommand.self,
        MigrateCommand.self,
        PlaceCommand.self,
        SplitCommand.self,
        DoctorCommand.self,
        HelpCommand.self,
        VersionCommand.self,
    ]

    static func command(named name: String) -> (any Command.Type)? { commands.first { $0.name == name } }
}
