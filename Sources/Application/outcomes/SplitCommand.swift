import Configuration
import InsideOutcomes
import Storage
import Words

/// Splits the large tables of a PostgreSQL database.
struct SplitCommand: Command {
    static let name = "split"
    static let summary: Phrase = "Split the large tables on PostgreSQL, so that parts can move to other servers."
    static let synopsis = "[--into N]"
    static let explanation: [Phrase] = [
        "For a database that has outgrown one server; docs/scale.md says when, and how a part is then moved. All that belongs to one place stays in one part. Servers can go on running: those who write wait meanwhile.",
        "It needs the role that owns the tables (OUTCOMES_DATABASE_OWNER). What was split stays split; a second run changes nothing.",
    ]
    static let example = "split --into 16"
    static let options = [
        Option("into", value: "N", "How many parts each table gets, from 2 to 256; 16 if nothing is said.")
    ]

    private let parts: Int

    init(_ arguments: Arguments) throws(UsageError) {
        if let word = arguments.operands.first {
            throw UsageError("“\(word)” means nothing here: split takes no word.")
        }
        guard let given = arguments.value("into") else {
            parts = 16
            return
        }
        guard let number = Int(given), (2...256).contains(number) else {
            throw UsageError("--into takes a whole number from 2 to 256, for example: outcomes split --into 16")
        }
        parts = number
    }

    func run(in world: World) async throws -> ExitStatus {
        let settings = try world.settings()
        guard settings.database != nil else {
            world.complain("Only a PostgreSQL database can be split. OUTCOMES_DATABASE says where it is.")
            return .refused
        }
        let split: [String]
        do throws(StorageError) {
            split = try await SplitTables.run(settings, into: parts)
        } catch {
            world.complain(InstallationError.storage(error).sentence)
            return .failure
        }
        for table in split { world.say("\(table) has \(parts) parts now.") }
        if split.isEmpty { world.say("All large tables were split before.") }
        return .success
    }
}
