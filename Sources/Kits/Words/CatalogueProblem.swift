/// Why a catalogue was refused: which file, which line, and what is wrong there.
package struct CatalogueProblem: Error, Equatable, Sendable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let detail: String

    package var description: String { "\(file), line \(line): \(detail)" }
}
