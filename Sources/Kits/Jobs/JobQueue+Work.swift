import CMemory
import CanonicalJSON
import FoundationEssentials
import Storage

extension JobQueue {
    /// Begins to work, and to watch over what other servers have begun.
    package func start() {
        guard !isStarted else { return }
        isStarted = true
        looping = Task { [signals] in
            for await _ in signals { await self.beginWhatWaits() }
        }
        ticking = Task { [signal, pause = rules.idlePause] in
            while !Task.isCancelled {
                signal.yield()
                try? await Task.sleep(for: pause)
            }
        }
        // Apart from the other loop, which may have to wait for somebody who writes.
        watching = Task { [pause = min(rules.idlePause, rules.lease / 4)] in
            while !Task.isCancelled {
                await self.watch()
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Begins nothing more and lets running jobs finish until the time is up; what then still runs is told to stop and
    /// waits for the next start.
    package func stop(within limit: Duration = .seconds(10)) async {
        isStopping = true
        ticking?.cancel()
        signal.finish()
        await looping?.value
        await waitUntilIdle(limit)
        for key in running.keys { interrupt(key, because: .closing) }
        await waitUntilIdle(.seconds(2))
        watching?.cancel()
        await watching?.value
        for run in running.values { await write(.handedBack, of: run.job) }
    }

    private func waitUntilIdle(_ limit: Duration) async {
        let deadline = ContinuousClock.now + limit
        while !running.isEmpty, ContinuousClock.now < deadline {
            // In a task of its own: a caller that was cancelled must not turn this into a loop without pause.
            await Task { try? await Task.sleep(for: .milliseconds(10)) }.value
        }
    }

    private func beginWhatWaits() async {
        do {
            while !isStopping, let job = try await store.claim(for: runner, at: clock(), except: busyKinds) {
                begin(job)
            }
        } catch {
            onTrouble(error)
        }
    }

    /// The kinds of which no more may be begun now.
    private var busyKinds: [String] {
        Dictionary(grouping: running.values, by: \.job.kind).filter { $0.value.count >= rules.concurrency }.keys
            .sorted()
    }

    private func begin(_ job: Job) {
        let key = Key(place: job.place, id: job.id)
        running[key] = Run(job: job, lastNote: .now)
        running[key]?.task = Task { await work(on: job, key) }
    }

    private func work(on job: Job, _ key: Key) async {
        let watch = Task { [longest = rules.longestRun] in
            try await Task.sleep(for: longest)
            interrupt(key, because: .overdue)
        }
        let ending = await attempt(job, key)
        watch.cancel()
        await write(ending, of: job)
        running[key] = nil
        // Long work takes much memory for a while, which the C library would else hold on to.
        malloc_trim(0)
        signal.yield()
    }

    private func attempt(_ job: Job, _ key: Key) async -> JobEnding {
        guard let handler = handlers[job.kind] else { return .failed("no-handler") }
        // Somebody may have asked between the claim and the moment from which interrupt(_:because:) finds the run.
        if (try? await store.find(job.id, in: job.place))?.isCancelAsked == true { return .cancelled }
        do {
            let author = (job.author ?? Author(.server, organisation: job.owner, action: "")).doing("job \(job.kind)")
            let result = try await Author.$current.withValue(author) {
                try await handler(job, JobProgress { percent, note in await self.note(percent, note, for: key) })
            }
            return result.canonical.count <= rules.mostBytes ? .done(result) : .failed("result-too-large")
        } catch {
            return judge(error, job, running[key]?.stopReason)
        }
    }

    private func judge(_ error: any Error, _ job: Job, _ reason: StopReason?) -> JobEnding {
        switch reason {
        case .person: return .cancelled
        case .closing: return .handedBack
        case .lost: return .lost
        case .overdue, nil: break
        }
        let failure = error as? JobFailure
        // A zero character can't be stored, and a description may hold anything.
        let description = failure?.reason ?? String("\(error)".filter { $0 != "\0" }.prefix(500))
        let detail = reason == .overdue ? "too-long" : description
        let patience = patience[job.kind] ?? rules.patience
        guard failure?.mayRetry ?? true, job.attempts < patience.attempts else { return .failed(detail) }
        return .again(after: clock().addingTimeInterval(patience.pause(afterAttempt: job.attempts)), error: detail)
    }

    /// Writes the ending. While the store is busy or full the job counts as running, and we go on trying.
    private func write(_ ending: JobEnding, of job: Job) async {
        while true {
            do {
                return try await store.end(job, of: runner, as: ending, at: clock())
            } catch {
                onTrouble(error)
                guard [.busy, .full].contains(error), !isStopping else { return }
                await Task { try? await Task.sleep(for: .seconds(1)) }.value
            }
        }
    }

    private func note(_ percent: Int, _ note: String, for key: Key) async {
        guard var run = running[key] else { return }
        run.job.progress = percent
        run.job.note = String(note.filter { $0 != "\0" })
        run.isNoteWritten = false
        running[key] = run
        await writeNote(of: key)
    }

    /// Writes down how far a job is where something new is to be said, and the last time is long enough ago.
    func writeNote(of key: Key) async {
        guard let run = running[key], !run.isNoteWritten, .now - run.lastNote >= rules.progressPause else { return }
        running[key]?.lastNote = .now
        running[key]?.isNoteWritten = true
        // Progress that could not be written is only missing from the store, not from job(_:in:).
        do { try await store.note(run.job, of: runner) } catch { onTrouble(error) }
    }
}
