package import Configuration
import Glibc

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
    /// Seconds until a process that starts must be there: on a busy machine that takes far longer than otherwise.
    package var startSeconds: Int
    /// Seconds of a processor's time that reading a small file may take; large files get more (``work(forFile:)``).
    package var leastWork: Int
    /// Bytes of memory for one process.
    package var memory: Int
    /// Bytes of the largest workbook that is read.
    package var fileLimit: Int
    /// Whether to build walls of namespaces first; without, only those that the worker builds itself.
    package var usesNamespaces: Bool

    package init(
        python: String, documents: String, scratch: String, seconds: Int = 60, startSeconds: Int = 60,
        leastWork: Int = 4, memory: Int = 512 << 20, fileLimit: Int = 25_000_000, usesNamespaces: Bool = true
    ) {
        self.python = python
        self.documents = documents
        self.scratch = scratch
        self.seconds = seconds
        self.startSeconds = startSeconds
        self.leastWork = leastWork
        self.memory = memory
        self.fileLimit = fileLimit
        self.usesNamespaces = usesNamespaces
    }

    package init(_ settings: Settings, scratch: String) {
        self.init(
            python: settings.python, documents: settings.home + "/documents", scratch: scratch,
            seconds: settings.workerSeconds, memory: settings.workerMemory, fileLimit: settings.uploadLimit)
    }

    /// Seconds of a processor's time that a file's size allows for reading it.
    ///
    /// Honest workbooks were read at 2 to 6 MB a second on a machine with two cores, which is less than half of this; one
    /// that takes longer is made to be slow. A processor's time and not the clock's, because a busy machine is no fault of
    /// the file.
    package func work(forFile path: String) -> Int {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return leastWork }
        return leastWork + Int(facts.st_size / 2_000_000)
    }

    /// Seconds of a processor's time for reading a thesaurus, whose every statement is looked at: those that are honest were
    /// read at about a megabyte a second.
    package func work(forThesaurus path: String) -> Int {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return leastWork }
        return work(forBytes: Int(facts.st_size))
    }

    /// The same for a thesaurus of so many bytes, read or written.
    func work(forBytes size: Int) -> Int { leastWork * 2 + size / 300_000 }
}
