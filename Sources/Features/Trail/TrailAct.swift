import FoundationEssentials
import Storage

/// What somebody did at once: entries of one request, or of one piece of work, that follow each other.
struct TrailAct {
    var entries: [TrailEntry]

    /// Puts entries together that belong together; they stay in their order.
    static func acts(of entries: [TrailEntry]) -> [TrailAct] {
        var acts: [TrailAct] = []
        for entry in entries {
            if let last = acts.last?.entries.last, last.author == entry.author,
                !entry.author.request.isEmpty || abs(last.moment.timeIntervalSince(entry.moment)) < 60
            {
                acts[acts.count - 1].entries.append(entry)
            } else {
                acts.append(TrailAct(entries: [entry]))
            }
        }
        return acts
    }
}
