import HTML
import Jobs
import Web
import Words

/// What stands at the address of an import until its workbook has been read.
struct ReadingPage {
    let job: Job
    let fileName: String
    let tokenField: HTML

    var title: Phrase { job.state.isFinished ? "This was stopped" : "Your workbook is being read" }

    var body: HTML {
        .group([
            h1 { title },
            job.state.isFinished ? stopped : progress,
        ])
    }

    private var progress: HTML {
        .group([
            p { "The file: \(fileName)" },
            JobProgressView(
                job, step: step, address: ImportPath.one(job.id).url, stopAddress: ImportPath.stop(job.id).url,
                tokenField: tokenField
            ).body,
        ])
    }

    private var step: Phrase? {
        switch ReadingStep(rawValue: job.note) {
        case .reading: "Reading the file."
        case .understanding: "Working out what each column is."
        case .keeping: "Keeping what was read, without what tells who people are."
        case nil: nil
        }
    }

    private var stopped: HTML {
        .group([
            p(.classes("lead")) { "Nothing of \(fileName) was kept." },
            p { a(.classes("button"), .href(ImportPath.new.url)) { "Turn a spreadsheet into an account" } },
        ])
    }
}
