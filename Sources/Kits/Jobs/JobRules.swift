package import FoundationEssentials

/// The bounds within which a queue works.
package struct JobRules: Sendable, Equatable {
    /// How many jobs of one kind run at the same time. Kinds don't wait for each other: what is quick to do isn't held up by
    /// what takes long.
    package var concurrency = 1
    /// How many times a job is begun before it counts as failed, crashes of the whole program included.
    package var attempts = 4
    /// The pause before the second attempt; each further one is four times as long, up to ``longestPause``.
    package var firstPause: TimeInterval = 5
    package var longestPause: TimeInterval = 600
    /// The longest time that one attempt may take.
    package var longestRun: Duration = .seconds(600)
    /// How often the queue looks for work that it was not told of, or whose time has come.
    package var idlePause: Duration = .seconds(1)
    /// How long a running job may go without a sign of life before another server takes it up. The server that runs it gives
    /// four signs in this time.
    package var lease: Duration = .seconds(15)
    /// How often a running job's progress is written down.
    package var progressPause: Duration = .milliseconds(500)
    /// How many jobs of one kind and one place may wait: letters that can't be sent keep no other work out.
    package var mostWaiting = 1_000
    /// The longest payload and result, as JSON in bytes.
    package var mostBytes = 1 << 20

    package init() {}

    /// How long work of a kind without a patience of its own is tried.
    var patience: JobPatience {
        JobPatience(attempts: attempts, firstPause: firstPause, longestPause: longestPause)
    }
}

/// How long work that fails is tried again.
package struct JobPatience: Sendable, Equatable {
    /// How many times it is begun before it counts as failed.
    package let attempts: Int
    /// The pause before the second attempt, in seconds; each further one is four times as long, up to ``longestPause``.
    package let firstPause: TimeInterval
    package let longestPause: TimeInterval

    package init(attempts: Int, firstPause: TimeInterval, longestPause: TimeInterval) {
        self.attempts = attempts
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    func pause(afterAttempt attempt: Int) -> TimeInterval {
        var pause = firstPause
        for _ in 1..<max(attempt, 1) where pause < longestPause { pause *= 4 }
        return min(pause, longestPause)
    }
}
