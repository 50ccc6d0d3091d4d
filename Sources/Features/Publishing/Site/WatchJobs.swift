import CanonicalJSON
import HTML
import Imports
import Places
import Jobs
import Storage
import Web
import Words

/// The pages of the jobs that make accounts.
struct WatchJobs: Sendable {
    let services: Services
    let place: String
    let frame: Frame

    var routes: [Route] {
        [
            Route(.get, AccountPath.job(":id").url, access: .may(.seeWork), handler: show),
            Route(.post, AccountPath.cancel(":id").url, access: .may(.makeAccounts), handler: cancel),
            Route(.post, AccountPath.putAway(":id").url, access: .may(.makeAccounts), handler: putAway),
        ]
    }

    private func show(_ request: Request) async throws -> Reply {
        let job = try await find(request)
        if job.state == .done, let account = job.result?["account"]?.stringValue,
            let number = job.result?["edition"]?.integerValue
        {
            let address: AccountPath = number == 1 ? .one(account) : .edition(account, number)
            return .redirect(to: address.url)
        }
        let page = JobPage(
            job: job, importID: job.payload["import"]?.stringValue, tokenField: request.formTokenField)
        return request.page(frame(page.title, request, page.body), about: job)
    }

    private func cancel(_ request: Request) async throws -> Reply {
        let job = try await find(request)
        _ = try await services.jobs.cancel(job.id, in: place)
        return .redirect(to: AccountPath.job(job.id).url)
    }

    private func putAway(_ request: Request) async throws -> Reply {
        guard let id = request.parameters["id"], let job = try await services.jobs.job(id, in: place),
            request.maySee(job), try await services.jobs.putAway(id, in: place)
        else { throw Problem.notFound }
        return .redirect(to: AccountPath.home.url)
    }

    private func find(_ request: Request) async throws -> Job {
        try await MakeDraft.job(request.parameters["id"] ?? "", for: request, in: place, services)
    }
}

extension MakeDraft {
    /// The job that makes, or has made, a draft which the reader may see.
    static func job(_ id: String, for request: Request, in place: String, _ services: Services) async throws -> Job {
        guard let job = try await services.jobs.job(id, in: place), job.kind == kind, request.maySee(job) else {
            throw Problem.notFound
        }
        return job
    }
}
