/// The two processes of the worker: what draws charts needs memory limits of another kind.
enum WorkerKind: String, Sendable, CaseIterable {
    case documents
    case charts
}
