import Crypto
import Documents
import Web

/// Glossaries on paper that were made a while ago, by what they say: nobody keeps the document worker busy by asking for the
/// same again.
actor MadeGlossaries {
    private static let most = 20
    private static let largest = 4_000_000

    private var held: [(paper: String, bytes: SharedBytes)] = []

    func pdf(_ paper: Paper, with worker: any DocumentWorker) async throws(WorkerProblem) -> SharedBytes {
        let key = hex(sha256(paper.html))
        if let made = held.first(where: { $0.paper == key }) { return made.bytes }
        let bytes = SharedBytes(try await worker.pdf(paper).bytes)
        if bytes.count <= Self.largest, !held.contains(where: { $0.paper == key }) {
            held.append((key, bytes))
            if held.count > Self.most { held.removeFirst() }
        }
        return bytes
    }
}
