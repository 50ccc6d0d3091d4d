import Configuration
package import Storage
package import Web
package import Words

/// Why the product can't be opened.
package enum InstallationError: Error, Sendable {
    case folder(path: String, reason: String)
    case key(OwnerKeyError)
    /// The database is used with another key.
    case otherKey(path: String)
    case words(CatalogueProblem)
    case storage(StorageError)
    case conflict(RouteConflict)

    package var sentence: Phrase {
        switch self {
        case .folder(let path, let reason):
            "The data folder \(path) can’t be used: \(reason). OUTCOMES_DATA says where it is."
        case .key(let error): "\(error.description)"
        case .otherKey(let path):
            "The owner’s key \(path) is not the one that this database is used with. Copy the file from a server that works to this place. To begin with a new key on all servers, start with --new-key."
        case .words(let problem): "The words can’t be read: \(problem.description)."
        case .storage(.newer):
            "The database was made by a newer version of this program. Start that version, or use another data folder."
        case .storage(.unreachable(let detail)):
            "The database server can’t be reached: \(detail). OUTCOMES_DATABASE says where it is."
        case .storage(.corrupt(let detail)):
            "The database is damaged, and nothing of it is shown: \(detail). Keep a copy of it, and restore the last backup into a new data folder."
        case .storage(.foreign(let path)): "The file \(path) belongs to another program."
        case .storage(let error): "The database can’t be opened (\(error.code)): \(String(describing: error))."
        case .conflict(let conflict): "Two pages claim the address \(conflict.pattern)."
        }
    }
}
