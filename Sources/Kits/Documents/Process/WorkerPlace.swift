package import Configuration

/// Where the worker's programs are, and what it may take.
package struct WorkerPlace: Sendable, Equatable {
    /// The Python of the virtual environment.
    package var python: String
    /// The folder that holds the package `outcomes_documents`.
    package var documents: String
    /// The folder in which each process gets a scratch folder of its own.
    package var scratch: String
    /// Seconds for one request.
    package var seconds: Int
    /// Bytes of memory for one process.
    package var memory: Int
    /// Bytes of the largest workbook that is read.
    package var fileLimit: Int
    /// Whether to build walls of namespaces first; without, only those that the worker builds itself.
    package var usesNamespaces: Bool

    package init(
        python: String, documents: String, scratch: String, seconds: Int = 60, memory: Int = 512 << 20,
        fileLimit: Int = 25_000_000, usesNamespaces: Bool = true
    ) {
        self.python = python
        self.documents = documents
        self.scratch = scratch
        self.seconds = seconds
        self.memory = memory
        self.fileLimit = fileLimit
        self.usesNamespaces = usesNamespaces
    }

    package init(_ settings: Settings, scratch: String) {
        self.init(
            python: settings.python, documents: settings.home + "/documents", scratch: scratch,
            seconds: settings.workerSeconds, memory: settings.workerMemory, fileLimit: settings.uploadLimit)
    }
}
