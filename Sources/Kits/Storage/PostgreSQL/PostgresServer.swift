import CPostgres
import Glibc

/// Where a PostgreSQL database is, and how each connection to it is made and set up.
struct PostgresServer: Sendable {
    /// The least version that will do, as the server counts: 15.
    static let leastVersion: Int32 = 150_000

    /// `postgres://user:password@host:port/database?sslmode=verify-full`, or whatever else libpq takes.
    let address: String
    /// How long to wait for a connection, and for a lock that somebody else holds.
    let patience: Duration

    private var milliseconds: Int {
        Int(clamping: patience.components.seconds * 1000 + patience.components.attoseconds / 1_000_000_000_000_000)
    }

    func connect(as role: PostgresConnection.Role) throws(StorageError) -> OpaquePointer {
        let handle = try start()
        do {
            try finish(handle)
            try setUp(handle, as: role)
            return handle
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    private func start() throws(StorageError) -> OpaquePointer {
        guard !address.utf8.contains(0), isReadable else {
            // libpq's own words would repeat the address, and with it the password.
            throw .unopenable(path: "PostgreSQL", detail: "the address can't be read")
        }
        // What stands before "dbname" gives way to what the address says; what stands after it does not.
        let options = [
            // A server that vanished is noticed within a minute.
            ("keepalives_idle", "20"), ("keepalives_interval", "5"), ("keepalives_count", "4"),
            ("tcp_user_timeout", "30000"), ("fallback_application_name", "inside-outcomes"), ("dbname", address),
            ("client_encoding", "UTF8"),
        ]
        let names = CStrings(options.map(\.0))
        let values = CStrings(options.map(\.1))
        guard let handle = PQconnectStartParams(names.pointers, values.pointers, 1) else {
            throw .device(detail: "no memory for a connection")
        }
        // The code of a refusal is only in its text, and only in the longest form of it.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        return handle
    }

    private var isReadable: Bool {
        let options = PQconninfoParse(address, nil)
        defer { PQconninfoFree(options) }
        return options != nil
    }

    private func finish(_ handle: OpaquePointer) throws(StorageError) {
        let deadline = ContinuousClock.now + patience
        var state = PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            guard state != PGRES_POLLING_FAILED else {
                throw StorageError(refusal: String(cString: PQerrorMessage(handle)))
            }
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .unreachable(detail: "no answer within \(patience)") }
            let events = Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT)
            var wanted = pollfd(fd: PQsocket(handle), events: events, revents: 0)
            let limit = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            let ready = poll(&wanted, 1, Int32(clamping: limit + 1))
            if ready > 0 { state = PQconnectPoll(handle) }
        }
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    }

    private func setUp(_ handle: OpaquePointer, as role: PostgresConnection.Role) throws(StorageError) {
        guard PQserverVersion(handle) >= Self.leastVersion else {
            throw .unopenable(path: "PostgreSQL", detail: "version 15 or later is needed")
        }
        guard String(cString: PQparameterStatus(handle, "server_encoding")) == "UTF8" else {
            throw .unopenable(path: "PostgreSQL", detail: "the database must be in UTF8")
        }
        // No unit of work may hold up the others for long: not by a statement, not by doing nothing, not by waiting.
        let text = """
            SET client_min_messages = warning; SET standard_conforming_strings = on; SET TimeZone = 'UTC';
            SET default_transaction_isolation = 'read committed';
            SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s';
            SET lock_timeout = \(max(1, milliseconds)); SET default_transaction_read_only = \(role == .reader ? "on" : "off")
            """
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw StorageError(result: result, of: handle) }
    }

    /// The version of libpq that is in use, as `15.18`.
    static var libraryVersion: String {
        let number = PQlibVersion()
        return "\(number / 10_000).\(number % 10_000)"
    }
}

/// A list of C strings that ends with a null pointer and lives as long as this value.
private final class CStrings {
    let pointers: [UnsafePointer<CChar>?]

    init(_ texts: [String]) {
        pointers = texts.map { UnsafePointer(strdup($0)) } + [nil]
    }

    deinit {
        for case let pointer? in pointers { free(UnsafeMutablePointer(mutating: pointer)) }
    }
}
