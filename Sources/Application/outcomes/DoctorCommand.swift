import Configuration
import InsideOutcomes
import Words

/// Looks at the installation and says what must be mended.
struct DoctorCommand: Command {
    static let name = "doctor"
    static let summary: Phrase = "Look at this installation, and say what must be mended."
    static let synopsis = "[--deep]"
    static let explanation: [Phrase] = [
        "Prints the settings in force, the libraries’ versions, the walls around the document worker, and the state of the data folder.",
        "A line that begins with “mend” must be mended; the line below it says how. The exit status is 1 if there is one.",
    ]
    static let example = "doctor --deep"
    static let options = [Option("deep", "Compare every row with the audit trail too, which takes longer.")]

    private let isDeep: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        if let word = arguments.operands.first {
            throw UsageError("“\(word)” means nothing here: doctor takes no word.")
        }
        isDeep = arguments.has("deep")
    }

    func run(in world: World) async throws -> ExitStatus {
        let findings = await Doctor(try world.settings(), isDeep: isDeep).findings()
        for finding in findings {
            switch finding.kind {
            case .good: world.say("good    \(finding.subject): \(finding.state)")
            case .notice: world.say("notice  \(finding.subject): \(finding.state)")
            case .bad: world.say("mend    \(finding.subject): \(finding.state)")
            }
            if let mend = finding.mend { world.say("        \(mend)") }
        }
        let count = findings.count { $0.kind == .bad }
        guard count > 0 else {
            world.say("Nothing must be mended.")
            return .success
        }
        world.say(
            Phrase(one: "\(count) thing must be mended.", other: "\(count) things must be mended.", count: count))
        return .failure
    }
}
