import Documents
import FoundationEssentials
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
