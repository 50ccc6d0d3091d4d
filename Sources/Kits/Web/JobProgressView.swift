package import HTML
package import Jobs
package import Words

/// How far a job is, with a way to look again and to stop it. The feature whose job it is says what is being done.
package struct JobProgressView: Sendable {
    private let job: Job
    private let step: Phrase?
    private let address: String
    private let stopAddress: String
    private let tokenField: HTML

    /// - Parameters:
    ///   - step: what is being done now; nil where the job has not said anything yet.
    ///   - address: of the page that this stands on.
    ///   - stopAddress: where the form is sent that stops the job.
    package init(_ job: Job, step: Phrase?, address: String, stopAddress: String, tokenField: HTML) {
        self.job = job
        self.step = step
        self.address = address
        self.stopAddress = stopAddress
        self.tokenField = tokenField
    }

    package var body: HTML {
        .group([
            p(.classes("lead")) { "This takes a few seconds. The page looks again by itself; you can also leave it." },
            div(.classes("progress-line"), .role("status")) {
                progress(.value(String(job.progress)), .max("100"), .ariaLabel("How much is done")) {
                    "\(job.progress)%"
                }
                p { sentence }
            },
            form(.method("post"), .action(stopAddress)) {
                tokenField
                div(.classes("actions")) {
                    a(.classes("button-secondary"), .href(address)) { "Look again" }
                    button(.classes("button-quiet"), .type("submit")) { "Stop this" }
                }
            },
        ])
    }

    private var sentence: Phrase {
        if job.isCancelAsked { return "It is being stopped." }
        return step ?? (job.attempts > 1 ? "Waiting to try again." : "Waiting for its turn.")
    }
}

extension Request {
    /// A page about a job; while the job goes on, the page looks again by itself.
    package func page(_ document: Document, about job: Job) -> Reply {
        var reply = page(document)
        if !job.state.isFinished { reply.headers.append(("Refresh", "2")) }
        return reply
    }
}
