import Configuration
import FoundationEssentials
import Web
import Words

/// Everything around the tool that a command may touch, so that a test can choose it.
struct World: Sendable {
    var environment: [String: String]
    /// The words that the command line speaks.
    var words: Catalogue
    /// The day that an account is dated by where none is given.
    var today: @Sendable () -> CivilDate
    /// The moment that a backup is dated by.
    var now: @Sendable () -> Date = { Date.now }
    /// What somebody types at the terminal without its being shown; nil where there is no terminal.
    var askSecret: @Sendable (_ question: String) -> String? = { Passphrase.ask($0) }
    /// Standard input, at most so many bytes of it.
    var input: @Sendable (_ limit: Int) throws(InputProblem) -> [UInt8]
    var writeOutput: @Sendable ([UInt8]) -> Void
    var writeError: @Sendable ([UInt8]) -> Void

    static let process = World(
        environment: ProcessInfo.processInfo.environment, words: .english, today: { CivilDate(Date.now) },
        input: { limit throws(InputProblem) in try InputFile.standardInput(limit: limit) },
        // Where nobody reads any more there is nobody to tell.
        writeOutput: { _ = writeWhole($0, to: 1) }, writeError: { _ = writeWhole($0, to: 2) })

    /// The settings in force. They are read when a command needs them: help works with a broken environment too.
    func settings() throws(SettingsError) -> Settings { try Settings(environment: environment) }

    func say(_ line: Phrase) { say(verbatim: words.text(line)) }
    func say(verbatim line: String) { writeOutput(Array("\(line)\n".utf8)) }
    func complain(_ line: Phrase) { complain(verbatim: words.text(line)) }
    func complain(verbatim line: String) { writeError(Array("\(line)\n".utf8)) }
}
