import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func showRequest(_ request: Request) async throws -> Reply {
        let page = try await requestPage(request)
        return self.page(page.title, page.body, request)
    }

    func acceptRequest(_ request: Request) async throws -> Reply {
        var page = try await requestPage(request)
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        page.name = request.form.text("organisation", most: Organisation.longestName)
        guard !page.name.isEmpty else {
            page.faults.add("Give the name of the organisation.", at: "organisation")
            return self.page(page.title, page.body, request, status: 422)
        }
        let token: String
        do throws(AcceptJoinRequest.Refusal) {
            token = try await AcceptJoinRequest(
                request: page.request, name: page.name, acceptedBy: reader.id,
                letter: invitationLetter(request, in: services.catalogues[page.request.language])
            ).run(in: place.id, services)
        } catch {
            switch error {
            case .answered: throw Problem.answeredJoinRequest
            case .storage: throw error
            case .nameTaken:
                page.faults.add("An organisation of this name is here already.", at: "organisation")
                return self.page(page.title, page.body, request, status: 422)
            }
        }
        var next = try await placePage(request)
        next.link = passing(token, to: page.request.email, request)
        return self.page(next.title, next.body, request)
    }

    func declineRequest(_ request: Request) async throws -> Reply {
        let page = try await requestPage(request)
        let sentence = request.form.text("sentence", most: DeclineJoinRequest.longestSentence)
        do throws(DeclineJoinRequest.Refusal) {
            try await DeclineJoinRequest(request: page.request, sentence: sentence).run(in: place.id, services)
        } catch {
            throw error == .answered ? Problem.answeredJoinRequest : error as any Error
        }
        return .redirect(to: PeoplePath.place.url)
    }

    private func requestPage(_ request: Request) async throws -> JoinRequestPage {
        let id = request.parameters["id"] ?? ""
        guard let found = try await JoinRequestStore(place: place.id).find(id, in: database) else {
            throw Problem.notFound
        }
        guard found.answer == nil else { throw Problem.answeredJoinRequest }
        return JoinRequestPage(
            request: found, name: found.organisation, isMailed: services.postbox != nil,
            tokenField: request.formTokenField)
    }
}
