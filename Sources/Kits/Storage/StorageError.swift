/// What can go wrong with the store. Each has a code that stays the same for good.
///
/// The details are for the operator's log; they never hold a value that somebody stored.
package enum StorageError: Error, Equatable, Sendable {
    package enum Constraint: String, Equatable, Sendable {
        case unique, foreignKey, notNull, check, type, other
    }

    /// The file can't be opened or made, or the database server won't have us.
    case unopenable(path: String, detail: String)
    /// The file belongs to another program.
    case foreign(path: String)
    /// A newer version of this program has changed the store: its latest migration is unknown here.
    case newer(migration: Int)
    /// A migration can't be applied, or was changed after it was applied.
    case migration(number: Int, detail: String)
    case closed
    /// Somebody else held the store for longer than the time allowed.
    case busy
    case constraint(Constraint, detail: String)
    /// No room is left on the disk.
    case full
    /// The store can't be written, or a read tried to change something.
    case readOnly
    /// The file, or the server's, is damaged.
    case corrupt(detail: String)
    /// A value or a statement is larger than the store takes.
    case tooLarge
    /// The disk or the system refused.
    case device(detail: String)
    /// The statement itself is wrong.
    case statement(detail: String)
    /// A column holds something else than was expected.
    case column(Int, wanted: String, found: String)
    /// A write was begun on the database inside a transaction instead of through it.
    case nested
    /// Text with a zero character, which not every store can keep.
    case unstorable
    /// What ran in a transaction or read a row failed for a reason of its own; a transaction was undone.
    case undone(detail: String)
    /// The database server can't be reached, or the connection to it broke; nothing of what was asked was kept.
    case unreachable(detail: String)
    /// The connection to the database server broke while a change was being confirmed: it may have been kept or not.
    case uncertain
    /// The database server refused: the role lacks a right, or a row belongs to another place.
    case forbidden(detail: String)

    package var code: String {
        switch self {
        case .unopenable: "STO-001"
        case .foreign: "STO-002"
        case .newer: "STO-003"
        case .migration: "STO-004"
        case .closed: "STO-005"
        case .busy: "STO-006"
        case .constraint: "STO-007"
        case .full: "STO-008"
        case .readOnly: "STO-009"
        case .corrupt: "STO-010"
        case .tooLarge: "STO-011"
        case .device: "STO-012"
        case .statement: "STO-013"
        case .column: "STO-014"
        case .nested: "STO-015"
        case .unstorable: "STO-016"
        case .undone: "STO-017"
        case .unreachable: "STO-018"
        case .uncertain: "STO-019"
        case .forbidden: "STO-020"
        }
    }
}

/// An error of an action or a feature that can carry a failure of the store: `case storage(StorageError)` is enough.
package protocol StorageFailure: Error {
    static func storage(_ error: StorageError) -> Self
}

extension StorageError: StorageFailure {
    package static func storage(_ error: StorageError) -> StorageError { error }
}
