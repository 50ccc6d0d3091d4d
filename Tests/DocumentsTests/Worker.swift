import Documents
import FoundationEssentials
import Glibc
import Testing

/// The worker as the project has it, with a scratch folder of its own, stopped when the test ends.
@discardableResult
func withWorkers<Result>(
    _ change: (inout WorkerPlace) -> Void = { _ in }, _ body: (DocumentWorkers) async throws -> Result
) async throws -> Result {
    let root = projectRoot
    var place = WorkerPlace(
        python: root + "/.venv/bin/python", documents: root + "/documents", scratch: scratchFolder() + "/workers")
    change(&place)
    let workers = DocumentWorkers(in: place)
    do {
        let result = try await body(workers)
        await workers.stop()
        return result
    } catch {
        await workers.stop()
        throw error
    }
}

let hasWorker = FileManager.default.isExecutableFile(atPath: projectRoot + "/.venv/bin/python")

/// The folder of Package.swift.
let projectRoot = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }

func scratchFolder() -> String {
    let path = FileManager.default.temporaryDirectory.path + "/documents-tests-\(UInt32.random(in: 0...UInt32.max))"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
}

/// A folder with a package of the worker's name that is something else.
func impostor(_ program: String) throws -> String {
    let folder = scratchFolder()
    let package = folder + "/outcomes_documents"
    try FileManager.default.createDirectory(atPath: package, withIntermediateDirectories: true)
    try program.write(toFile: package + "/__main__.py", atomically: true, encoding: .utf8)
    try "".write(toFile: package + "/__init__.py", atomically: true, encoding: .utf8)
    return folder
}

/// The worker's processes that use a scratch folder, of one kind or all; not bubblewrap itself.
func processes(named kind: String? = nil, in scratch: String) -> [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { process in
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
        let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return words.first?.hasSuffix("/python") == true && words.contains { $0.contains(scratch) }
            && (kind.map(words.contains) ?? true)
    }
}
