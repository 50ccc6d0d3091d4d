import Crypto
import FoundationEssentials
import Glibc
import Synchronization

/// A PostgreSQL server in a scratch folder, reached through a socket there and no other way. A shell starts it and waits at the other
/// end of a pipe: when the test program ends, however it ends, the pipe closes, and the shell stops the server and removes the folder.
package final class PostgresUnderTest: Sendable {
    package struct Unstarted: Error, CustomStringConvertible {
        package let description: String
    }

    /// The one for all tests of a program; it has two roles besides the administrator, `outcomes_owner` and `outcomes_server`.
    package static let shared = Result { try PostgresUnderTest() }

    package let folder: String
    private let programs: String
    private let pipe: Mutex<UnsafeMutablePointer<FILE>>

    /// Starts a server, and waits until it answers.
    ///
    /// - Parameter settings: what is added to its postgresql.conf. Without a word the tests don't wait for the disk.
    package init(settings: String = "fsync = off\nfull_page_writes = off\n") throws {
        guard let programs = PostgresPrograms.folder else {
            throw Unstarted(description: "PostgreSQL is not installed")
        }
        self.programs = programs
        // Near the root, because the path of a socket may have 107 characters at most; in memory where all that tests keep is there.
        let root = FileManager.default.temporaryDirectory.path.hasPrefix("/dev/shm") ? "/dev/shm" : "/tmp"
        folder = root + "/io-postgres-" + RandomIdentifier.short()
        guard mkdir(folder, 0o711) == 0 else { throw Unstarted(description: "\(folder) can't be made") }
        try Data(Self.script.utf8).write(to: URL(filePath: folder + "/run.sh"))
        try Data(settings.utf8).write(to: URL(filePath: folder + "/settings"))
        // "e": no other program that the tests start may hold the pipe open.
        guard let pipe = popen("exec sh '\(folder)/run.sh' '\(folder)' '\(programs)'", "we") else {
            throw Unstarted(description: "no shell could be started")
        }
        self.pipe = Mutex(pipe)
        for _ in 0..<600 {
            if access(folder + "/ready", F_OK) == 0 { return }
            if access(folder + "/failed", F_OK) == 0 { break }
            usleep(50_000)
        }
        let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
        throw Unstarted(description: "the server did not start: \(log.suffix(2000))")
    }

    deinit { pipe.withLock { _ = pclose($0) } }

    /// The address of a database for one of the roles.
    package func address(of database: String, as role: String) -> String {
        "postgres://\(role)@/\(database)?host=\(folder)"
    }

    /// Runs one of PostgreSQL's programs as the administrator.
    ///
    /// - Parameter isAwaited: false to leave it to itself.
    @discardableResult
    package func run(_ program: String, _ arguments: String, isAwaited: Bool = true) -> Bool {
        let command = "'\(programs)/\(program)' -h '\(folder)' -U postgres \(arguments)"
        return system("\(command) >> '\(folder)/programs.log' 2>&1 \(isAwaited ? "" : "&")") == 0
    }

    /// Stops the server without a word to anybody, as a loss of power does, or starts it again.
    @discardableResult
    package func control(_ word: String) -> Bool {
        system("sh '\(folder)/run.sh' '\(folder)' '\(programs)' '\(word)' >> '\(folder)/programs.log' 2>&1") == 0
    }

    /// A language's own order of text, so that a test sees whether we ask for the order by bytes.
    private static let script = """
        trap '' INT TERM HUP
        folder=$1 programs=$2 word=$3
        as=
        if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=nobody --regid=nogroup --clear-groups"; fi
        cd /
        if [ -n "$word" ]; then
            exec $as "$programs/pg_ctl" -D "$folder/server/data" -w -t 60 $word < /dev/null
        fi
        start() {
            mkdir "$folder/server" &&
            { [ -z "$as" ] || chown nobody:nogroup "$folder" "$folder/server"; } &&
            $as "$programs/initdb" -D "$folder/server/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \\
                --locale-provider=icu --icu-locale=en-GB --no-sync --data-checksums &&
            cat >> "$folder/server/data/postgresql.conf" <<END &&
        listen_addresses = ''
        unix_socket_directories = '$folder'
        max_connections = 300
        shared_buffers = 32MB
        max_wal_size = 256MB
        END
            cat "$folder/settings" >> "$folder/server/data/postgresql.conf" &&
            $as "$programs/pg_ctl" -D "$folder/server/data" -w -t 60 -l "$folder/server/log" start &&
            "$programs/psql" -h "$folder" -U postgres -v ON_ERROR_STOP=1 \\
                -c "CREATE ROLE outcomes_owner LOGIN" -c "CREATE ROLE outcomes_server LOGIN"
        }
        if start > "$folder/log" 2>&1 < /dev/null; then touch "$folder/ready"; else touch "$folder/failed"; fi
        cat > /dev/null
        $as "$programs/pg_ctl" -D "$folder/server/data" -m immediate stop > /dev/null 2>&1 < /dev/null
        rm -rf "$folder"
        """
}
