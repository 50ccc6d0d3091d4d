import Synchronization

/// Lets so many through at once, and no more.
final class Turnstile: Sendable {
    private let inside = Atomic(0)
    private let places: Int

    init(places: Int) { self.places = places }

    /// A place, held until the pass is let go; nil where all are taken.
    func enter() -> Pass? {
        let (_, now) = inside.add(1, ordering: .relaxed)
        guard now <= places else {
            inside.subtract(1, ordering: .relaxed)
            return nil
        }
        return Pass(self)
    }

    final class Pass: Sendable {
        private let turnstile: Turnstile

        fileprivate init(_ turnstile: Turnstile) { self.turnstile = turnstile }

        deinit { turnstile.inside.subtract(1, ordering: .relaxed) }
    }
}
