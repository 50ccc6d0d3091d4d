import FoundationEssentials
import Glibc

/// The command that starts a process of the worker, and the walls that it stands in.
struct Launch: Sendable {
    enum Walls: Sendable {
        /// bubblewrap: namespaces of its own for files, network and processes.
        case namespaces
        /// Only what the worker builds around itself.
        case ownOnly
    }

    let command: [String]
    let environment: [String]
    /// Where the program starts; nil where the command itself goes there.
    let folder: String?
    let walls: Walls

    init(_ kind: WorkerKind, in place: WorkerPlace, scratch: String, walls: Walls) {
        let programs = realPath(place.documents)
        let virtual = virtualEnvironment(of: place.python)
        let worker = [
            virtual + "/bin/python", "-s", "-m", "outcomes_documents", kind.rawValue, "--scratch", scratch, "--memory",
            String(place.memory >> 20),
        ]
        self.walls = walls
        environment = [
            "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TZ=UTC", "HOME=\(scratch)", "TMPDIR=\(scratch)",
            "XDG_CACHE_HOME=\(scratch)", "MALLOC_ARENA_MAX=2",
        ]
        switch walls {
        case .ownOnly:
            command = worker
            folder = programs
        case .namespaces:
            command = bubblewrap(virtual: virtual, programs: programs, scratch: scratch) + worker
            folder = nil
        }
    }
}

/// Everything in its own namespace, and of the disk only what is named here; only the scratch folder can be written.
///
/// The program keeps no capability: one that a server of root's starts could otherwise mount its read-only folders anew, to write in them.
private func bubblewrap(virtual: String, programs: String, scratch: String) -> [String] {
    var words = [
        "/usr/bin/bwrap", "--unshare-all", "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--as-pid-1",
        "--info-fd", "3",
        "--dev", "/dev",
    ]
    var seen = ["/usr"]
    for folder in ["/lib", "/lib64", "/lib32", "/bin"] {
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
            words += ["--symlink", target, folder]
        } else {
            words += ["--ro-bind-try", folder, folder]
        }
    }
    words += ["--ro-bind", "/usr", "/usr"]
    for folder in ["/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig"] {
        words += ["--ro-bind-try", folder, folder]
    }
    for folder in [virtual, base(ofVirtualEnvironment: virtual), programs]
    where !seen.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) {
        words += ["--ro-bind", folder, folder]
        seen.append(folder)
    }
    return words + ["--bind", scratch, scratch, "--chdir", programs]
}

/// The folder of the virtual environment that a Python belongs to.
private func virtualEnvironment(of python: String) -> String {
    let parts = python.split(separator: "/", omittingEmptySubsequences: false)
    return realPath(parts.dropLast(2).joined(separator: "/"))
}

/// The installation that a virtual environment was made from, as its `pyvenv.cfg` says: `home = /usr/bin`.
private func base(ofVirtualEnvironment folder: String) -> String {
    guard let text = try? String(contentsOfFile: folder + "/pyvenv.cfg", encoding: .utf8) else { return folder }
    for line in text.split(separator: "\n") {
        let halves = line.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
        if halves.count == 2, halves[0] == "home" {
            return halves[1].split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
        }
    }
    return folder
}

/// A path without symbolic links; as it is where there is none.
func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}
