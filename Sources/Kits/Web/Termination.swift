import Dispatch
import Glibc

/// Waits until somebody asks the process to end: SIGTERM from a supervisor, SIGINT from a keyboard.
package enum Termination {
    /// Returns at the first of the two signals. A second one ends the process at once, as ever.
    package static func requested() async {
        await withCheckedContinuation { done in
            let queue = DispatchQueue(label: "termination")
            let sources = [SIGTERM, SIGINT].map { number in
                signal(number, SIG_IGN)
                return DispatchSource.makeSignalSource(signal: number, queue: queue)
            }
            let once = Once { done.resume() }
            for source in sources {
                source.setEventHandler { @Sendable in
                    once.run()
                    for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
                }
                source.resume()
            }
            once.hold(sources)
        }
    }
}

/// Runs its work the first time only, and keeps the sources alive that lead to it. Used on one queue.
private final class Once: @unchecked Sendable {
    private var work: (() -> Void)?
    private var held: [any DispatchSourceSignal] = []

    init(_ work: @escaping () -> Void) { self.work = work }

    func hold(_ sources: [any DispatchSourceSignal]) { held = sources }

    func run() {
        work?()
        work = nil
    }
}
