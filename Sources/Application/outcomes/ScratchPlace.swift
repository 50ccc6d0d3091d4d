import FoundationEssentials
import Glibc

/// A folder of this run's own, for the worker; nobody else can look into it, and it is removed at the end.
struct ScratchPlace: ~Copyable {
    let path: String

    init() throws(OutputProblem) {
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        var template = Array("\(folder)/outcomes-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw OutputProblem(path: folder)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    // What can't be removed lies in the system's own folder for such things, which the system empties.
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
