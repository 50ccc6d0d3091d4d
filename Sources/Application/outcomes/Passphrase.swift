import Crypto
import Glibc
import Words

/// The passphrase of a backup, from the terminal or a file; never from the command line, which others can read.
enum Passphrase {
    static let options = [
        Option(
            "passphrase-file", value: "FILE",
            "A file whose first line is the passphrase, instead of asking for it.")
    ]

    /// For a new backup: asked for twice.
    static func new(_ arguments: PassphraseSource, in world: World) throws(PassphraseProblem) -> String {
        let passphrase = try read(arguments, "Passphrase for the backup: ", in: world)
        if let fault = Password.fault(in: passphrase, known: []) {
            switch fault {
            case .tooShort: throw PassphraseProblem("The passphrase is too short: 12 characters at least.")
            case .tooLong: throw PassphraseProblem("The passphrase is too long: 500 bytes at most.")
            case .common: throw PassphraseProblem("Anyone would try that passphrase. Choose another one.")
            }
        }
        if arguments.file == nil, world.askSecret("The same once more: ") != passphrase {
            throw PassphraseProblem("The two passphrases are not the same.")
        }
        return passphrase
    }

    static func known(_ arguments: PassphraseSource, in world: World) throws(PassphraseProblem) -> String {
        try read(arguments, "Passphrase of the backup: ", in: world)
    }

    private static func read(
        _ arguments: PassphraseSource, _ question: Phrase, in world: World
    ) throws(PassphraseProblem) -> String {
        guard let file = arguments.file else {
            guard let answer = world.askSecret(world.words.text(question)) else {
                throw PassphraseProblem("There is no terminal to ask for the passphrase. Use --passphrase-file.")
            }
            return answer
        }
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(path: file, limit: 10_000)
        } catch {
            throw PassphraseProblem("\(file): \(error.detail)")
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else {
            throw PassphraseProblem("The first line of \(file) is not a passphrase.")
        }
        return text
    }

    /// Asks on the terminal without showing what is typed; nil where there is none.
    static func ask(_ question: String) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        close(terminal)
        guard let answer = getpass(question) else { return nil }
        let text = String(cString: answer)
        memset(answer, 0, strlen(answer))
        return text
    }
}

/// Where the passphrase is to come from.
struct PassphraseSource: Sendable {
    /// Nil where it is to be asked for.
    let file: String?

    init(_ arguments: Arguments) {
        file = arguments.value("passphrase-file")
    }
}

struct PassphraseProblem: Error {
    let sentence: Phrase

    init(_ sentence: Phrase) {
        self.sentence = sentence
    }
}
