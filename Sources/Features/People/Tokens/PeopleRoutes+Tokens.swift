import HTML
import Places
import Storage
import Web
import Words

extension PeopleRoutes {
    func showTokens(_ request: Request) async throws -> Reply {
        let page = try await tokensPage(request)
        return self.page(page.title, page.body, request)
    }

    func makeToken(_ request: Request) async throws -> Reply {
        let (reader, organisation) = try acting(request)
        var page = try await tokensPage(request)
        page.name = request.form.text("name", most: ProgramToken.longestName)
        page.role = Role.inOrganisation.first { $0.rawValue == request.form["role"] } ?? .reader
        if page.name.isEmpty { page.faults.add("Say what the token is for.", at: "name") }
        let until = until(request, &page.faults, at: "until")
        guard page.faults.isEmpty else { return self.page(page.title, page.body, request, status: 422) }
        let token: String
        do throws(MakeToken.Refusal) {
            token = try await MakeToken(
                name: page.name, organisation: organisation.id, role: page.role, until: until, maker: reader
            ).run(in: place.id, services)
        } catch {
            switch error {
            case .tooMany: page.faults.add("There are too many tokens. End some first.", at: "name")
            case .tooMuch: page.faults.add("A token can’t do more than you may.", at: "role")
            case .storage: throw error
            }
            return self.page(page.title, page.body, request, status: 422)
        }
        var next = try await tokensPage(request)
        next.made = (page.name, token)
        return self.page(next.title, next.body, request)
    }

    func endToken(_ request: Request) async throws -> Reply {
        let (_, organisation) = try acting(request)
        try await TokenStore(place: place.id).end(
            request.parameters["id"] ?? "", of: organisation.id, in: database)
        return .redirect(to: PeoplePath.tokens.url)
    }

    private func tokensPage(_ request: Request) async throws -> TokensPage {
        let (_, organisation) = try acting(request)
        return TokensPage(
            organisation: organisation,
            tokens: try await TokenStore(place: place.id).tokens(
                of: organisation.id, at: services.clock(), in: database),
            tokenField: request.formTokenField)
    }
}
