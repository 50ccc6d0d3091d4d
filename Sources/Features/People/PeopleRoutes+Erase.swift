import FoundationEssentials
import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func askToErase(_ request: Request) async throws -> Reply {
        let page = try await erasePage(request)
        return self.page(page.title, page.body, request)
    }

    func erase(_ request: Request) async throws -> Reply {
        var page = try await erasePage(request)
        guard page.hindrances.isEmpty else { return self.page(page.title, page.body, request, status: 422) }
        if let fault = try await fault(in: page.proof, of: page.person, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        do throws(EraseAccount.Refusal) {
            try await EraseAccount(person: page.person.id).run(in: people, services)
        } catch {
            switch error {
            case .gone: throw Problem.signInFirst
            case .storage: throw error
            case .blocked:
                let page = try await erasePage(request)
                return self.page(page.title, page.body, request, status: 422)
            }
        }
        var reply = Reply.redirect(to: PeoplePath.erased.url)
        reply.cookies = [services.sessions.end()]
        return reply
    }

    func showErased(_ request: Request) -> Reply {
        let page = ErasedPage()
        return self.page(page.title, page.body, request)
    }

    func askToClose(_ request: Request) async throws -> Reply {
        let page = try await closePage(try await person(request), request)
        return self.page(page.title, page.body, request)
    }

    func close(_ request: Request) async throws -> Reply {
        let (_, organisation) = try acting(request)
        let person = try await self.person(request)
        var page = try await closePage(person, request)
        if let fault = try await fault(in: page.proof, of: person, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        try await CloseOrganisation(organisation: organisation.id).run(in: people, services)
        return .redirect(to: PeoplePath.me.url)
    }

    private func erasePage(_ request: Request) async throws -> ErasePage {
        let person = try await person(request)
        return ErasePage(
            person: person,
            hindrances: try await EraseAccount.hindrances(
                of: person, in: people, at: services.clock(), database),
            proof: try await proof(of: person, at: PeoplePath.erase.url, request), tokenField: request.formTokenField)
    }

    private func closePage(_ person: Person, _ request: Request) async throws -> ClosePage {
        let (_, organisation) = try acting(request)
        let now = services.clock()
        let others = try await people.members(of: organisation.id, in: database)
            .filter { $0.isInForce(at: now) && $0.person.id != person.id }
        return ClosePage(
            organisation: organisation, others: others.count,
            proof: try await proof(of: person, at: PeoplePath.close.url, request), tokenField: request.formTokenField)
    }
}
