package import FoundationEssentials

/// The time of day of a moment in Coordinated Universal Time, to the minute: `09:05`.
package struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
    package let hour: Int
    package let minute: Int

    package init(_ moment: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.hour, .minute], from: moment)
        (hour, minute) = (parts.hour ?? 0, parts.minute ?? 0)
    }

    package var description: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
