/// What a server has seen of the work of others: how many signs of life each running job has given, and since when there was no new one.
///
/// Time is measured on this machine's own steady clock, from what it has itself seen. So it makes no difference whether clocks agree,
/// or are set back.
struct SignsOfLife {
    struct Key: Hashable {
        let place: String
        let id: String
        let runner: String
        let attempts: Int
    }

    /// When we last gave signs of life ourselves.
    private var lastGiven: ContinuousClock.Instant?
    private var seen: [Key: (beat: Int, since: ContinuousClock.Instant)] = [:]

    func isDue(after pause: Duration) -> Bool { lastGiven.map { .now - $0 >= pause } ?? true }

    mutating func given() { lastGiven = .now }

    /// Takes note of all that runs, and gives what showed no life for as long as a lease lasts.
    mutating func silent(
        among running: [JobStore.RunningJob], for lease: Duration, now: ContinuousClock.Instant = .now
    ) -> [JobStore.RunningJob] {
        var still: [Key: (beat: Int, since: ContinuousClock.Instant)] = [:]
        for job in running {
            let before = seen[job.key]
            still[job.key] = before.flatMap { $0.beat == job.beat ? $0 : nil } ?? (job.beat, now)
        }
        seen = still
        return running.filter { job in seen[job.key].map { now - $0.since >= lease } ?? false }
    }
}
