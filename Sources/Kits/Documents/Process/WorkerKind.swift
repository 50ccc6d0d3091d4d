/// The three processes of the worker.
///
/// What opens the files of strangers stands apart from what makes other people's documents, and what draws charts needs
/// memory limits of another kind.
enum WorkerKind: String, Sendable, CaseIterable {
    case reading
    case documents
    case charts
}
