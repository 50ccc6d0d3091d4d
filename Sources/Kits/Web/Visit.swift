/// The browser's visit as far as forms need it.
final class Visit: Sendable {
    func token() -> String { "" }
}
