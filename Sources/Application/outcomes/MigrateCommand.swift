import Backups
import Configuration
import InsideOutcomes
import Words

/// Moves everything to another database.
struct MigrateCommand: Command {
    static let name = "migrate"
    static let summary: Phrase = "Copy everything to another database: from a file to PostgreSQL, or back."
    static let synopsis = "--to ADDRESS|FOLDER | --to-settings FILE"
    static let explanation: [Phrase] = [
        "Stop the server first. Everything that the settings name is copied to a database that holds nothing yet, and each table is compared there: how many rows, and their sums. What is here stays as it is.",
        "An address such as postgres://user:password@host/database can be read by others on this machine while the command runs. With --to-settings it stands in a file instead: the lines with OUTCOMES_DATABASE and OUTCOMES_DATABASE_OWNER, or OUTCOMES_DATA, as the server is to have them afterwards.",
        "From a file to PostgreSQL, the data folder stays in use for the owner’s key. Back to a file, it is copied to FOLDER.",
    ]
    static let example = "migrate --to-settings /etc/outcomes.env"
    static let options = [
        Option("to", value: "ADDRESS|FOLDER", "The PostgreSQL database, or the data folder, to copy to."),
        Option("to-settings", value: "FILE", "A file with the settings that the server is to have afterwards."),
    ]

    private enum Target { case address(String), folder(String), settings(String) }

    private let target: Target

    init(_ arguments: Arguments) throws(UsageError) {
        if let word = arguments.operands.first { throw UsageError("“\(word)” means nothing here: use --to.") }
        switch (arguments.value("to"), arguments.value("to-settings")) {
        case (let to?, nil): target = to.contains("://") ? .address(to) : .folder(to)
        case (nil, let file?): target = .settings(file)
        case (nil, nil): throw UsageError("migrate needs to know where to: use --to or --to-settings.")
        case (_?, _?): throw UsageError("Use --to or --to-settings, not both.")
        }
    }

    func run(in world: World) async throws -> ExitStatus {
        let source = try world.settings()
        do {
            let target = try targetSettings(in: world)
            guard source.database != target.database || source.data != target.data else {
                world.complain("That is where everything is already.")
                return .refused
            }
            let summary = try await MoveInstallation(from: source, to: target, now: world.now()).run()
            for table in summary.tables {
                world.say("\(table.name): \(table.count) rows, sha256 \(table.digest)")
            }
            world.say(
                "Copied, and compared: counts and sums are the same on both sides. Tables: \(summary.tables.count), rows: \(summary.rows). Start the server with its new settings."
            )
            return .success
        } catch let error as InputProblem {
            world.complain(error.detail)
            return .refused
        } catch let error as BackupError {
            world.complain("Nothing was moved, and everything is where it was. \(error.sentence)")
            return .failure
        }
    }

    /// The settings as they are to be afterwards.
    private func targetSettings(in world: World) throws -> Settings {
        var environment = world.environment
        switch target {
        case .address(let address): environment[Setting.database.name] = address
        case .folder(let folder):
            environment[Setting.database.name] = nil
            environment[Setting.databaseOwner.name] = nil
            environment[Setting.data.name] = folder
        case .settings(let path):
            let lines = String(decoding: try InputFile.bytes(path: path, limit: 100_000), as: UTF8.self)
            environment[Setting.database.name] = nil
            environment[Setting.databaseOwner.name] = nil
            environment.merge(SettingsFile.settings(in: lines)) { _, new in new }
        }
        return try Settings(environment: environment)
    }
}

/// Lines such as `export OUTCOMES_DATABASE='postgres://…'`, as a shell reads them; other lines mean nothing here.
enum SettingsFile {
    static func settings(in text: String) -> [String: String] {
        var found: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            var rest = line.drop { $0 == " " || $0 == "\t" }
            if rest.hasPrefix("export ") { rest = rest.dropFirst(7).drop { $0 == " " } }
            guard rest.hasPrefix("OUTCOMES_"), let equals = rest.firstIndex(of: "=") else { continue }
            var value = rest[rest.index(after: equals)...]
            while let last = value.last, last.isWhitespace { value.removeLast() }
            if let quote = value.first, quote == "'" || quote == "\"", value.count >= 2, value.last == quote {
                value = value.dropFirst().dropLast()
            }
            found[String(rest[..<equals])] = String(value)
        }
        return found
    }
}
