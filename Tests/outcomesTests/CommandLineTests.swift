import Testing
import Words

@testable import outcomes

@Suite struct CommandLineTests {
    @Test(arguments: [[], ["help"], ["--help"], ["-h"]])
    func `without a command, help lists them all`(words: [String]) async {
        let result = await Terminal.run(words)
        #expect(result.status == .success)
        for command in Tool.commands {
            #expect(result.output.contains("  \(command.name) "))
            #expect(result.output.contains(command.summary.key))
        }
    }

    @Test func `every command explains itself, and its example is one that it takes`() async throws {
        for command in Tool.commands {
            let result = await Terminal.run("help", command.name)
            #expect(result.status == .success)
            #expect(result.output.hasPrefix("outcomes \(command.name)"))
            for option in command.options { #expect(result.output.contains(option.typed)) }
            #expect(await Terminal.run(command.name, "--help") == result)

            let words = command.example.split(separator: " ").map(String.init)
            #expect(words.first == command.name)
            _ = try command.init(Arguments(Array(words.dropFirst()), options: command.options))
        }
    }

    @Test func `names are unique and in small letters`() {
        let names = Tool.commands.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0 == $0.lowercased() })
    }

    @Test(arguments: [
        ["valeu"], ["value"], ["value", "--jsn", "a"], ["value", "a", "b"], ["value", "--json=yes", "a"],
        ["version", "x"], ["help", "nothing"], ["place", "remove", "x"], ["place", "add", "north"],
        ["place", "move", "x"],
    ])
    func `what means nothing ends with 64 and says what to type`(words: [String]) async {
        let result = await Terminal.run(words)
        #expect(result.status == .usage)
        #expect(result.output.isEmpty)
        #expect(result.error.contains("Type “outcomes help"))
    }

    @Test func `the version is one line`() async {
        let result = await Terminal.run("--version")
        #expect(result.status == .success)
        #expect(result.output.wholeMatch(of: /outcomes \d+\.\d+\.\d+\n/) != nil)
    }
}

@Suite struct ArgumentsTests {
    private let options = [Option("out", value: "DIR", "Where to."), Option("json", "As JSON.")]

    @Test func `options and operands come in any order and in both spellings`() throws {
        let arguments = try Arguments(["a", "--out", "x", "--json", "--out=y=z", "-", "--", "--b"], options: options)
        #expect(arguments.operands == ["a", "-", "--b"])
        #expect(arguments.values("out") == ["x", "y=z"])
        #expect(arguments.value("out") == "y=z")
        #expect(arguments.has("json"))
    }

    @Test(arguments: [["--out"], ["--nope"], ["-x"], ["---"], ["--json=1"], ["--="]])
    func `a wrong option is a usage error`(words: [String]) {
        #expect(throws: UsageError.self) { try Arguments(words, options: options) }
    }
}
