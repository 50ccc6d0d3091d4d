import Backups
import Configuration
import InsideOutcomes
import Words

/// Takes a backup into an installation that holds nothing yet.
struct RestoreCommand: Command {
    static let name = "restore"
    static let summary: Phrase = "Take a backup into an empty installation, or check it."
    static let synopsis = "FILE [--check] [--passphrase-file FILE]"
    static let explanation: [Phrase] = [
        "The data folder (OUTCOMES_DATA) and the database (OUTCOMES_DATABASE) must hold nothing yet: nothing is ever written over.",
        "Everything is compared with the sums in the backup before it counts. Whatever is wrong, nothing is kept of it.",
        "With --check the backup is read to its end and nothing is written: do that with each one, on another machine if you can.",
    ]
    static let example = "restore /srv/backups/monday.backup"
    static let options =
        [Option("check", "Only read the backup to its end, and say whether it is whole.")] + Passphrase.options

    private let path: String
    private let isOnlyCheck: Bool
    private let passphrase: PassphraseSource

    init(_ arguments: Arguments) throws(UsageError) {
        path = try arguments.onlyOperand(missing: "restore needs the backup to read.")
        isOnlyCheck = arguments.has("check")
        passphrase = PassphraseSource(arguments)
    }

    func run(in world: World) async throws -> ExitStatus {
        do {
            let secret =
                try RestoreInstallation.isSealed(path) ? try Passphrase.known(passphrase, in: world) : nil
            if isOnlyCheck {
                let (header, summary) = try await RestoreInstallation.check(path, passphrase: secret)
                world.say(
                    "The backup of \(header.created) (version \(header.program)) is whole. Tables: \(summary.tables.count), rows: \(summary.rows), files: \(summary.files.count)."
                )
                return .success
            }
            let summary = try await RestoreInstallation(try world.settings()).run(path, passphrase: secret)
            world.say(
                "Restored, and compared with the backup. Tables: \(summary.tables.count), rows: \(summary.rows), files: \(summary.files.count)."
            )
            return .success
        } catch let error as PassphraseProblem {
            world.complain(error.sentence)
            return .refused
        } catch let error as BackupError {
            world.complain(isOnlyCheck ? error.sentence : "Nothing was restored. \(error.sentence)")
            return error.isAboutTheFile ? .refused : .failure
        }
    }
}

extension BackupError {
    /// Whether what was given is at fault, and not this machine.
    fileprivate var isAboutTheFile: Bool {
        switch self {
        case .file, .noMemory, .storage: false
        default: true
        }
    }
}
