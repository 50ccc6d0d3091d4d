/// Which walls stand around a process of the worker, as far as this kernel offers them.
package struct WorkerWalls: Sendable, Equatable {
    package enum Wall: String, Sendable, CaseIterable {
        /// No network: an empty network of its own, or no sockets at all.
        case network
        /// Sees its packages, the fonts and its scratch folder, and writes only in the last.
        case files
        /// Can't start other programs.
        case programs
        /// Can't take more memory than it was given.
        case memory
    }

    package var standing: Set<Wall>
    /// What builds them: `bubblewrap`, `seccomp` or `none`.
    package var builder: String

    package init(standing: Set<Wall>, builder: String) {
        self.standing = standing
        self.builder = builder
    }

    package var missing: [Wall] { Wall.allCases.filter { !standing.contains($0) } }
}

extension WorkerWalls {
    /// What the worker says that it built itself, and what was built around it.
    init(standing names: [String], _ walls: Launch.Walls) {
        var standing = Set(names.compactMap(Wall.init(rawValue:)))
        var builder = standing.contains(.network) ? "seccomp" : "none"
        if walls == .namespaces {
            standing.formUnion([.network, .files])
            builder = "bubblewrap"
        }
        self.init(standing: standing, builder: builder)
    }
}
