package import FoundationEssentials

/// A Swift value that a column can hold.
package protocol Storable: Sendable {
    var stored: SQL.Value { get }
    /// Nil where the column holds something else.
    init?(stored: SQL.Value)
}

extension String: Storable {
    package var stored: SQL.Value { .text(self) }

    package init?(stored: SQL.Value) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension Int64: Storable {
    package var stored: SQL.Value { .integer(self) }

    package init?(stored: SQL.Value) {
        guard case .integer(let number) = stored else { return nil }
        self = number
    }
}

extension Int: Storable {
    package var stored: SQL.Value { .integer(Int64(self)) }

    package init?(stored: SQL.Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

/// Kept as 0 or 1.
extension Bool: Storable {
    package var stored: SQL.Value { .integer(self ? 1 : 0) }

    package init?(stored: SQL.Value) {
        switch stored {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension [UInt8]: Storable {
    package var stored: SQL.Value { .bytes(self) }

    package init?(stored: SQL.Value) {
        guard case .bytes(let bytes) = stored else { return nil }
        self = bytes
    }
}

/// A moment, kept as whole milliseconds since 1970 in UTC. A day without a time is text (`2026-03-31`), not a moment.
extension Date: Storable {
    package var stored: SQL.Value {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        // The bounds (some 285,000 years each way) keep a meaningless moment from stopping the program here.
        return .integer(milliseconds.isNaN ? 0 : Int64(min(max(milliseconds, -9e15), 9e15)))
    }

    package init?(stored: SQL.Value) {
        guard case .integer(let milliseconds) = stored else { return nil }
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: SQL.Value { self?.stored ?? .null }

    package init?(stored: SQL.Value) {
        if stored == .null {
            self = .none
        } else {
            guard let value = Wrapped(stored: stored) else { return nil }
            self = .some(value)
        }
    }
}
