import Backups
import Configuration
import FoundationEssentials
import InsideOutcomes
import Words

/// Writes everything that is kept into one file.
struct BackupCommand: Command {
    static let name = "backup"
    static let summary: Phrase = "Write everything that is kept into one file, while the server goes on."
    static let synopsis = "FILE [--encrypt] [--passphrase-file FILE]"
    static let explanation: [Phrase] = [
        "FILE holds every table as it is at one moment, and the owner’s key. It can be restored into either kind of database.",
        "Whoever can read FILE can read everything and become the owner: keep it as you keep the server, or use --encrypt. Without the passphrase an encrypted backup is lost.",
        "FILE appears when it is whole. An earlier backup of that name gives way; any other file is left alone.",
    ]
    static let example = "backup /srv/backups/monday.backup --encrypt"
    static let options =
        [Option("encrypt", "Encrypt the backup with a passphrase, which is asked for twice.")] + Passphrase.options

    private let path: String
    private let isSealed: Bool
    private let passphrase: PassphraseSource

    init(_ arguments: Arguments) throws(UsageError) {
        path = try arguments.onlyOperand(missing: "backup needs the file to write.")
        passphrase = PassphraseSource(arguments)
        isSealed = arguments.has("encrypt") || passphrase.file != nil
    }

    func run(in world: World) async throws -> ExitStatus {
        let settings = try world.settings()
        do {
            let secret = isSealed ? try Passphrase.new(passphrase, in: world) : nil
            let (summary, size) = try await BackUpInstallation(settings, now: world.now()).run(
                to: path, passphrase: secret)
            world.say(
                "Wrote \(path): \(size) bytes. Tables: \(summary.tables.count), rows: \(summary.rows), files: \(summary.files.count)."
            )
            if !isSealed {
                world.say("It is not encrypted: whoever can read it can read everything, and become the owner.")
            }
            return .success
        } catch let error as PassphraseProblem {
            world.complain(error.sentence)
            return .refused
        } catch let error as BackupError {
            world.complain("No backup was made. \(error.sentence)")
            return .failure
        }
    }
}
