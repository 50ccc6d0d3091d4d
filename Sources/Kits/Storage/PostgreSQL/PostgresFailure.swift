import CPostgres

extension StorageError {
    /// What an answer of the server means here, or that of libpq where the server gave none.
    init(result: OpaquePointer?, of handle: OpaquePointer?) {
        func field(_ number: Int32) -> String? { PQresultErrorField(result, number).map { String(cString: $0) } }
        guard let state = field(io_PG_DIAG_SQLSTATE) else {
            // Without a code it comes from libpq itself, which has lost the connection.
            self = .unreachable(detail: Self.line(handle.map { String(cString: PQerrorMessage($0)) } ?? ""))
            return
        }
        let names = [io_PG_DIAG_TABLE_NAME, io_PG_DIAG_COLUMN_NAME, io_PG_DIAG_CONSTRAINT_NAME].compactMap(field)
        self.init(state: state, message: field(io_PG_DIAG_MESSAGE_PRIMARY) ?? "", names: names)
    }

    /// Why the server took no connection: libpq has the code only within its text, as `FATAL:  53300: sorry, …`.
    init(refusal text: String) {
        let line = Self.line(text)
        if let match = line.firstMatch(of: /:  ([0-9A-Z]{5}): (.*)$/) {
            let state = String(match.1)
            switch state.prefix(2) {
            case "28", "3D": self = .unopenable(path: "PostgreSQL", detail: "\(state) \(match.2)")
            default: self.init(state: state, message: String(match.2), names: [])
            }
        } else {
            self = .unreachable(detail: line)
        }
    }

    /// - Parameter names: of the table, the column and the constraint, as far as they are known.
    init(state: String, message: String, names: [String]) {
        // What the server says of values repeats them; of everything else it says only what the program or it itself wrote.
        let isAboutValues = ["22", "23"].contains(state.prefix(2))
        let words = isAboutValues ? names.joined(separator: " ") : Self.line(message)
        let detail = words.isEmpty ? state : "\(state) \(words)"
        switch state {
        case "23505", "23P01": self = .constraint(.unique, detail: detail)
        case "23503": self = .constraint(.foreignKey, detail: detail)
        case "23502": self = .constraint(.notNull, detail: detail)
        case "23514": self = .constraint(.check, detail: detail)
        case "42804": self = .constraint(.type, detail: state)
        case "42501": self = .forbidden(detail: detail)
        case "40001", "40P01", "55P03", "55006", "57014", "25P03", "53300": self = .busy
        case "53100": self = .full
        case "25006": self = .readOnly
        case "XX001", "XX002": self = .corrupt(detail: detail)
        case "57P01", "57P02", "57P03", "57P05": self = .unreachable(detail: detail)
        case "08P01": self = .statement(detail: detail)
        default:
            switch state.prefix(2) {
            case "22": self = .constraint(.type, detail: detail)
            case "23": self = .constraint(.other, detail: detail)
            case "08": self = .unreachable(detail: detail)
            case "54": self = .tooLarge
            case "53", "58", "XX", "F0": self = .device(detail: detail)
            default: self = .statement(detail: detail)
            }
        }
    }

    /// The first line, which is all that a log needs.
    private static func line(_ text: String) -> String {
        String((text.split(whereSeparator: \.isNewline).first ?? "").prefix(300))
    }
}
