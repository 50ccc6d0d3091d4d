import CanonicalJSON
import FoundationEssentials
import Valuation
import Interchange
import Words

/// Works out what a value map is worth.
struct ValueCommand: Command {
    static let name = "value"
    static let summary: Phrase = "Work out what a value map in JSON is worth."
    static let synopsis = "MAP.json [--json]"
    static let explanation: [Phrase] = [
        "Reads a value map and says its present value, its ratio and its payback. Give - to read it from standard input.",
        "A map that can’t be taken is refused whole, with every problem and its place, and nothing is worked out.",
    ]
    static let example = "value map.json --json"
    static let options = [
        Option("json", "Write the result, or the problems, as JSON.")
    ]

    private let path: String
    private let asJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        path = try arguments.onlyOperand(missing: "value needs a file with a value map.")
        asJSON = arguments.has("json")
    }

    func run(in world: World) async -> ExitStatus {
        do {
            let document = try MapDocument(parsing: try bytes(in: world))
            let valued = try valued(document.map)
            if asJSON {
                world.say(verbatim: ValuedDocument(valued, defaults: document.defaults).json.canonicalText)
            } else {
                show(valued, document, in: world)
            }
            return .success
        } catch {
            refuse(error, in: world)
            return .refused
        }
    }

    private func bytes(in world: World) throws(MapProblems) -> [UInt8] {
        do {
            if path == "-" { return try world.input(MapDocument.mostBytes) }
            return try InputFile.bytes(path: path, limit: MapDocument.mostBytes)
        } catch {
            throw MapProblems([MapProblem("$", error.detail)])
        }
    }

    private func valued(_ map: ValueMap) throws(MapProblems) -> Valued {
        do { return try value(map) } catch { throw MapProblems(error) }
    }

    private func refuse(_ refusal: MapProblems, in world: World) {
        guard !asJSON else { return world.complain(verbatim: refusal.document(in: world.words).canonicalText) }
        world.complain(MapProblems.title)
        for problem in refusal.problems {
            world.complain(verbatim: "\(problem.path): \(world.words.text(problem.detail))")
        }
    }
}
