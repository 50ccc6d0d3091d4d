package import Storage
package import Words

/// Why a backup can't be made or taken in.
package enum BackupError: Error, Equatable, Sendable {
    /// The file isn't a backup at all.
    case foreign
    /// It was written in a form that this version doesn't know.
    case newerForm
    case cutShort
    /// What was found where, for whoever looks into it; never a value.
    case damaged(detail: String)
    /// It is sealed, and no passphrase was given.
    case sealed
    case wrongPassphrase
    /// A newer version of the program made it.
    case newer(migration: Int)
    /// Its tables aren't those of this program.
    case otherTables(detail: String)
    /// The place to restore into isn't empty.
    case notEmpty(what: String)
    /// Somebody wrote to the store while it was moved.
    case changedMeanwhile(table: String)
    /// A server works with what is to be moved.
    case served(path: String)
    case file(path: String, reason: String)
    /// There is no memory to make a key from the passphrase.
    case noMemory
    case storage(StorageError)

    package var code: String {
        switch self {
        case .foreign: "BAK-001"
        case .newerForm: "BAK-002"
        case .cutShort: "BAK-003"
        case .damaged: "BAK-004"
        case .sealed: "BAK-005"
        case .wrongPassphrase: "BAK-006"
        case .newer: "BAK-007"
        case .otherTables: "BAK-008"
        case .notEmpty: "BAK-009"
        case .changedMeanwhile: "BAK-010"
        case .file: "BAK-011"
        case .noMemory: "BAK-012"
        case .served: "BAK-013"
        case .storage(let error): error.code
        }
    }

    package var sentence: Phrase {
        switch self {
        case .foreign: "The file is not a backup of this program."
        case .newerForm:
            "The backup was written by a newer version of this program. Install that version to restore it."
        case .cutShort: "The backup is cut short: its end is missing. Fetch the file again, or take an earlier one."
        case .damaged(let detail):
            "The backup is damaged (\(detail)). Fetch the file again, or take an earlier one."
        case .sealed: "The backup is encrypted. Give its passphrase."
        case .wrongPassphrase: "The passphrase is wrong, or the file is damaged at its beginning."
        case .newer(let migration):
            "The backup was made by a newer version of this program (change \(migration) to the tables). Install that version to restore it."
        case .otherTables(let detail):
            "The tables of the backup are not those of this program, or it is damaged (\(detail))."
        case .notEmpty(let what):
            "Everything is taken into an empty installation only, and there is something already where it is to go: \(what). Use a new data folder and a database that holds nothing."
        case .changedMeanwhile(let table):
            "Somebody wrote to the table \(table) while it was copied. Stop the server, then try again."
        case .served(let path):
            "A server works with \(path), and what it takes in meanwhile would stay behind. Stop it first, then try again."
        case .file(let path, let reason): "\(path) can’t be used: \(reason)."
        case .noMemory: "There is not enough memory free to make a key from the passphrase: 256 MB are needed."
        case .storage(let error): "The database failed (\(error.code)): \(String(describing: error))."
        }
    }

    /// A failure of the store, or of a backup, as what it is.
    init(from error: any Error) {
        switch error {
        case let error as BackupError: self = error
        case let error as StorageError: self = .storage(error)
        default: self = .storage(.undone(detail: "\(type(of: error))"))
        }
    }
}
