/// Everything that can be set from the environment: the one list behind parsing, `outcomes doctor` and docs/settings.md.
package enum Setting: String, CaseIterable, Sendable {
    case listen = "OUTCOMES_LISTEN"
    case address = "OUTCOMES_ADDRESS"
    case data = "OUTCOMES_DATA"
    case key = "OUTCOMES_KEY"
    case database = "OUTCOMES_DATABASE"
    case databaseOwner = "OUTCOMES_DATABASE_OWNER"
    case home = "OUTCOMES_HOME"
    case python = "OUTCOMES_PYTHON"
    case language = "OUTCOMES_LANGUAGE"
    case uploadLimit = "OUTCOMES_UPLOAD_LIMIT"
    case workerSeconds = "OUTCOMES_WORKER_SECONDS"
    case workerMemory = "OUTCOMES_WORKER_MEMORY"
    case mail = "OUTCOMES_MAIL"
    case mailFrom = "OUTCOMES_MAIL_FROM"
    case signIn = "OUTCOMES_SIGN_IN"
    case signInClient = "OUTCOMES_SIGN_IN_CLIENT"
    case signInSecret = "OUTCOMES_SIGN_IN_SECRET"
    case certificates = "OUTCOMES_CERTIFICATES"
    case keep = "OUTCOMES_KEEP"
    case log = "OUTCOMES_LOG"
    case metrics = "OUTCOMES_METRICS"

    package static var all: [Setting] { allCases }

    package var name: String { rawValue }

    /// Whether what stands there may hold a password, so that it is never repeated as it is.
    package var isSecret: Bool { self == .database || self == .databaseOwner || self == .mail || self == .signInSecret }

    /// The default as an administrator would type it, or what stands in for one.
    package var standard: String {
        switch self {
        case .listen: "127.0.0.1:8080"
        case .address: "http:// and the address listened on"
        case .data: "var in the home folder"
        case .key: "owner.key in the data folder"
        case .database: "a file of SQLite in the data folder"
        case .databaseOwner: "the same as `OUTCOMES_DATABASE`"
        case .home: "the folder above the program that holds documents and assets"
        case .python: ".venv/bin/python in the home folder"
        case .language: "en"
        case .uploadLimit: "25 MB"
        case .workerSeconds: "60"
        case .workerMemory: "512 MiB"
        case .mail: "no mail is sent"
        case .mailFrom: "outcomes@ and the host of `OUTCOMES_ADDRESS`"
        case .signIn: "passwords only"
        case .signInClient: "inside-outcomes"
        case .signInSecret: "none"
        case .certificates: "those of the system"
        case .keep: KeepingPeriods.standard.description
        case .log: "info"
        case .metrics: "off"
        }
    }

    /// What may stand there.
    package var form: String {
        switch self {
        case .listen: "an IP address and a port, such as 127.0.0.1:8080 or [::1]:8080; port 0 takes any free one"
        case .address: "http:// or https://, a host name and perhaps a port, nothing after it"
        case .data: "a path to a folder; it is made where it is missing"
        case .key: "a path to a file that nobody else can read; it is made where it is missing"
        case .database, .databaseOwner:
            "an address such as postgres://user:password@host:5432/database?sslmode=verify-full"
        case .home: "a path to a folder that exists"
        case .python: "a path to a program"
        case .language: "a language code of two or three small letters, such as en or cy"
        case .uploadLimit: "a size from 100 kB to 200 MB, such as 25 MB"
        case .workerSeconds: "a whole number from 5 to 3600"
        case .workerMemory: "a size from 256 MiB to 16 GiB, such as 512 MiB"
        case .mail:
            "an address such as smtp://user:password@mail.example.org:587 (STARTTLS) or smtps://user:password@mail.example.org:465; a mail server on this machine may be smtp://127.0.0.1:25?tls=off"
        case .mailFrom: "an e-mail address, such as outcomes@example.org"
        case .signIn: "the address by which a provider of OpenID Connect names itself, such as https://id.example.org"
        case .signInClient, .signInSecret: "up to 500 plain signs"
        case .certificates: "a path to a file with certificates in PEM"
        case .keep:
            "names with a number of days each, such as drafts=60, jobs=14; what may stand there: \(KeepingPeriods.ranges)"
        case .log: "error, info or debug"
        case .metrics: "an IP address and a port, such as 127.0.0.1:9090"
        }
    }

    package var meaning: String {
        switch self {
        case .listen: "Where the server waits for browsers."
        case .address:
            "The address that people type to get here, if a proxy stands in front; with https, cookies are sent over TLS only."
        case .data: "The folder that holds the database, files that are being read and the owner's key."
        case .key:
            "The file with the owner's key. Servers that share a database must have the same: copy it from the first one."
        case .database: "The PostgreSQL database that everything is kept in, instead of a file."
        case .databaseOwner:
            "The same database for the role that makes and changes the tables, at each start only; the server's own role then owns none of them."
        case .home: "The folder of the installation, with its style sheet, its words and its document worker."
        case .python: "The Python that runs the document worker."
        case .language: "The language of a page when the reader's browser asks for none that we have."
        case .uploadLimit: "The largest file that can be uploaded."
        case .workerSeconds: "How long the document worker may take over one document before it is stopped."
        case .workerMemory: "How much memory each of the document worker's three processes may hold."
        case .mail: "The server that mail goes out through: invitations and ways back in."
        case .mailFrom: "Whom mail comes from."
        case .signIn: "Another provider that people can sign in with (OpenID Connect); it must sign with RS256."
        case .signInClient: "The name by which that provider knows this site."
        case .signInSecret: "The secret that goes with that name, where the provider gave one."
        case .certificates:
            "The authorities that are trusted where we connect to another server over TLS, for mail and for single sign-on; for an organisation with its own."
        case .keep:
            "How long things are kept that are kept for a while only; the page “What is kept, and for how long?” explains each."
        case .log: "How much is written to the log: failures, also requests, or also pages served from memory."
        case .metrics:
            "Where Prometheus finds figures about requests, long work, the database and memory, at /metrics. Anybody who reaches this address can read them."
        }
    }
}
