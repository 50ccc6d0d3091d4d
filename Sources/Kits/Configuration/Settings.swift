import FoundationEssentials

/// The settings in force: read once at the start, then passed along.
package struct Settings: Sendable {
    package enum LogLevel: String, Sendable, CaseIterable { case error, info, debug }

    package let listen: ListenAddress
    package private(set) var address: SiteAddress
    /// Absolute paths of folders, without a slash at the end.
    package let data: String
    package let home: String
    /// The path of the file with the owner's key.
    package let key: String
    /// Nil where everything is kept in a file of the data folder.
    package let database: DatabaseAddress?
    /// For the role that owns the tables; nil where the server's own role does.
    package let databaseOwner: DatabaseAddress?
    package let python: String
    package let language: String
    /// Bytes.
    package let uploadLimit: Int
    package let workerSeconds: Int
    /// Bytes for each process of the worker.
    package let workerMemory: Int
    /// Nil where no mail is sent.
    package let mail: MailServer?
    /// Nil where it was not given.
    package let mailFrom: String?
    /// Nil where people sign in with passwords only.
    package let signIn: SignInSettings?
    /// A file of the authorities that are trusted; nil for the system's.
    package let certificates: String?
    package let keep: KeepingPeriods
    package let log: LogLevel
    /// Nil where no figures are shown.
    package let metrics: ListenAddress?
    /// Variables that begin as ours do and mean nothing here: most often a slip of the pen. `doctor` names them.
    package let unknown: [String]
    private var given: Set<Setting>

    /// Reads all settings from an environment.
    ///
    /// - Parameters:
    ///   - executable: the program's own path, from which the home folder is searched upwards.
    ///   - folder: where relative paths that were given begin: the current folder.
    /// - Throws: ``SettingsError`` with every wrong variable, not only the first.
    package init(
        environment: [String: String], executable: String = Settings.executable,
        folder: String = FileManager.default.currentDirectoryPath
    ) throws(SettingsError) {
        var reading = Reading(environment: environment, folder: folder)
        let home = reading.home(executable: executable)
        self.home = home
        listen = reading.value(.listen, ListenAddress.init) ?? .standard
        address = reading.value(.address, SiteAddress.init) ?? SiteAddress(listen)
        let data = reading.path(.data) ?? home + "/var"
        self.data = data
        key = reading.path(.key) ?? data + "/owner.key"
        database = reading.value(.database, DatabaseAddress.init)
        databaseOwner = reading.value(.databaseOwner, DatabaseAddress.init)
        python = reading.path(.python) ?? home + "/.venv/bin/python"
        language = reading.value(.language, languageCode) ?? "en"
        uploadLimit = reading.value(.uploadLimit) { byteCount($0, in: 100_000...200_000_000) } ?? 25_000_000
        workerSeconds = reading.value(.workerSeconds) { wholeNumber($0, in: 5...3600) } ?? 60
        workerMemory = reading.value(.workerMemory) { byteCount($0, in: 256 << 20...16 << 30) } ?? 512 << 20
        mail = reading.value(.mail, MailServer.init)
        mailFrom = reading.value(.mailFrom, plainMailbox)
        let client = reading.value(.signInClient, plainWord) ?? Setting.signInClient.standard
        let secret = reading.value(.signInSecret, plainWord)
        signIn = reading.value(.signIn, issuer).map { SignInSettings(issuer: $0, client: client, secret: secret) }
        certificates = reading.path(.certificates)
        keep = reading.value(.keep, KeepingPeriods.init) ?? .standard
        log = reading.value(.log, LogLevel.init(rawValue:)) ?? .info
        metrics = reading.value(.metrics, ListenAddress.init)
        unknown = environment.keys.filter { $0.hasPrefix("OUTCOMES_") && Setting(rawValue: $0) == nil }.sorted()
        given = reading.given
        guard reading.problems.isEmpty else { throw SettingsError(problems: reading.problems) }
    }

    /// The path of the running program.
    package static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/"
    }

    /// The same, for a site with an address of its own.
    package func at(_ address: SiteAddress) -> Settings {
        var settings = self
        settings.address = address
        settings.given.insert(.address)
        return settings
    }

    package func isGiven(_ setting: Setting) -> Bool { given.contains(setting) }

    /// Each setting with the value in force and whether it was given, for `outcomes doctor`.
    package var inForce: [(setting: Setting, value: String, isGiven: Bool)] {
        Setting.all.map { ($0, text($0), given.contains($0)) }
    }

    private func text(_ setting: Setting) -> String {
        switch setting {
        case .listen: listen.description
        case .address: address.description
        case .data: data
        case .key: key
        case .database: database?.description ?? setting.standard
        case .databaseOwner: databaseOwner?.description ?? "the same"
        case .home: home
        case .python: python
        case .language: language
        case .uploadLimit: "\(uploadLimit) bytes"
        case .workerSeconds: "\(workerSeconds)"
        case .workerMemory: "\(workerMemory) bytes"
        case .mail: mail?.description ?? setting.standard
        case .mailFrom: mailFrom ?? setting.standard
        case .signIn: signIn?.issuer ?? setting.standard
        case .signInClient: signIn?.client ?? setting.standard
        case .signInSecret: signIn?.secret == nil ? setting.standard : "…"
        case .certificates: certificates ?? setting.standard
        case .keep: keep.description
        case .log: log.rawValue
        case .metrics: metrics?.description ?? setting.standard
        }
    }
}

/// What was wrong with the environment: one entry for each variable.
package struct SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
    package struct Problem: Equatable, Sendable, CustomStringConvertible {
        package let setting: Setting
        /// What stood there; nil where nothing was given and no default could be found.
        package let found: String?

        package var description: String {
            guard let found else {
                return "\(setting.name) is not set, and its default could not be found. Give \(setting.form)."
            }
            let state =
                setting.isSecret ? "can’t be read; it may hold a password and isn’t repeated here" : "is “\(found)”"
            return "\(setting.name) \(state). It must be \(setting.form)."
        }
    }

    package let problems: [Problem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// One pass over the environment that remembers what was given and what was wrong.
private struct Reading {
    let environment: [String: String]
    let folder: String
    var given: Set<Setting> = []
    var problems: [SettingsError.Problem] = []

    init(environment: [String: String], folder: String) {
        self.environment = environment
        self.folder = folder
    }

    /// The value read, or nil where the default applies; an empty variable counts as not given.
    mutating func value<Value>(_ setting: Setting, _ read: (String) -> Value?) -> Value? {
        guard let text = environment[setting.name], !text.isEmpty else { return nil }
        given.insert(setting)
        guard let value = read(text) else {
            problems.append(SettingsError.Problem(setting: setting, found: text))
            return nil
        }
        return value
    }

    mutating func path(_ setting: Setting) -> String? {
        let folder = folder
        return value(setting) { absolutePath($0, from: folder) }
    }

    mutating func home(executable: String) -> String {
        let folder = folder
        let chosen = value(.home) { text in
            absolutePath(text, from: folder).flatMap { isFolder($0) ? $0 : nil }
        }
        if let chosen { return chosen }
        if !given.contains(.home) {
            if let found = installation(above: executable) { return found }
            problems.append(SettingsError.Problem(setting: .home, found: nil))
        }
        return folder
    }
}

/// The first folder above a program that holds what the product reads at run time.
package func installation(above executable: String) -> String? {
    var folder = executable[...]
    while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if isFolder("\(folder)/documents"), isFolder("\(folder)/assets") { return String(folder) }
    }
    return nil
}

private func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
}

private func absolutePath(_ text: String, from folder: String) -> String? {
    guard !text.utf8.contains(0) else { return nil }
    var path = text.hasPrefix("/") ? text : folder + "/" + text
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
}
