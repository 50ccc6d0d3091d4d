import FoundationEssentials
import Storage

/// How servers see to each other's work: each running job is held by one run of the program, which gives signs of life for it.
extension JobQueue {
    func watch() async {
        do throws(StorageError) {
            // Those that were ours before we look; one that we take up meanwhile isn't among what we then see.
            let ours = running
            for key in ours.keys { await writeNote(of: key) }
            if signsOfLife.isDue(after: rules.lease / 4) {
                try await giveSigns(of: ours)
                signsOfLife.given()
            }
            let all = try await store.allRunning()
            obey(all, ours)
            let others = all.filter { ours[Key($0)] == nil }
            for job in signsOfLife.silent(among: others, for: rules.lease) where running[Key(job)] == nil {
                try await store.takeBack(job, attempts: rules.attempts, patience: patience, at: clock())
                wake()
            }
        } catch {
            onTrouble(error)
        }
    }

    private func giveSigns(of ours: [Key: Run]) async throws(StorageError) {
        for (place, runs) in Dictionary(grouping: ours.keys, by: \.place) {
            try await store.renew(runs.map(\.id).sorted(), in: place, of: runner)
        }
    }

    /// Stops what somebody asked to stop on another server, and what another server has taken up because we showed no life.
    private func obey(_ all: [JobStore.RunningJob], _ ours: [Key: Run]) {
        var left = ours
        for job in all where job.key.runner == runner {
            guard left[Key(job)]?.job.attempts == job.key.attempts else { continue }
            left[Key(job)] = nil
            if job.isCancelAsked { interrupt(Key(job), because: .person) }
        }
        for (key, run) in left where running[key]?.job.attempts == run.job.attempts {
            interrupt(key, because: .lost)
        }
    }
}

extension JobQueue.Key {
    fileprivate init(_ job: JobStore.RunningJob) {
        self.init(place: job.key.place, id: job.key.id)
    }
}
