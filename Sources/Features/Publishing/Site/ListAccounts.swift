import HTML
import Imports
import Jobs
import Lookup
import Places
import Storage
import Web
import Words

/// The first page and the lists that it begins.
struct ListAccounts: Sendable {
    let services: Services
    let place: Place
    let frame: Frame
    let examples: Examples
    let joining: Joining
    let readIn: ReadIn

    var routes: [Route] {
        [
            Route(.get, AccountPath.home.url, access: .anyone, handler: home),
            Route(.get, AccountPath.waiting.url, access: .may(.seeWork), handler: waiting),
        ]
            + [AccountList.published, .withdrawn].map { list in
                Route(.get, AccountPath.list(list).url, access: .anyone) { try await show(list, $0) }
            }
    }

    private func home(_ request: Request) async throws -> Reply {
        let store = AccountStore(services, place.id, request)
        let published = try await store.accounts(.published)
        let page = HomePage(
            placeName: place.name, isMadeUp: place.isMadeUp, published: published,
            reading: try await ListReading(readIn, published.items, store, request),
            withdrawn: try await store.accounts(.withdrawn),
            waiting: request.reader.may(.seeWork) ? try await steps(page: 1, request) : nil,
            mayAdd: request.reader.may(.addRecords), examplesLeft: try await examples.left(),
            asking: request.reader.may(.convene) ? try await joining.waiting() : 0, answers: joining.answers,
            ask: request.reader.person == nil ? try await joining.address() : nil)
        return request.page(frame(page.title, request, page.body))
    }

    private func show(_ list: AccountList, _ request: Request) async throws -> Reply {
        guard let number = request.pageNumber else { throw Problem.notFound }
        let store = AccountStore(services, place.id, request)
        let accounts = try await store.accounts(list, page: number)
        let page = AccountListPage(
            list: list, accounts: accounts,
            reading: try await ListReading(readIn, list == .published ? accounts.items : [], store, request))
        guard !page.accounts.isBeyondTheEnd else { throw Problem.notFound }
        return request.page(frame(page.title, request, page.body))
    }

    private func waiting(_ request: Request) async throws -> Reply {
        guard let number = request.pageNumber else { throw Problem.notFound }
        let page = WaitingPage(steps: try await steps(page: number, request))
        guard number == 1 || !page.steps.isEmpty else { throw Problem.notFound }
        return request.page(frame(page.title, request, page.body))
    }

    private func steps(page number: Int, _ request: Request) async throws -> WaitingSteps {
        let store = AccountStore(services, place.id, request)
        let imports = try ImportStore(services, place.id, request)
        var jobs: [Job] = []
        for kind in WaitingJob.kinds where number == 1 && imports.programme == nil {
            jobs += try await services.jobs.unfinished(in: place.id, of: kind, owner: imports.organisation)
        }
        let failed =
            number == 1 && request.reader.may(.makeAccounts)
            ? try await services.jobs.failed(in: place.id, owner: imports.organisation) : []
        return WaitingSteps(
            jobs: jobs.compactMap(WaitingJob.init), failed: failed.prefix(20).compactMap(FailedJob.init),
            tokenField: request.formTokenField, drafts: try await store.accounts(.drafts, page: number),
            imports: try await imports.waiting(page: number, besides: store.importsOfEditions),
            mayTakeBack: request.reader.may(.addRecords))
    }
}
