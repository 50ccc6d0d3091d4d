import CanonicalJSON
import FoundationEssentials
import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func showOwnData(_ request: Request) async throws -> Reply {
        let page = try await ownDataPage(request)
        return self.page(page.title, page.body, request)
    }

    func ownDataAsJSON(_ request: Request) async throws -> Reply {
        let file = OwnDataFile(data: try await ownData(request), made: services.clock())
        return .download(.bytes(file.json.canonical), name: "about-me.json", contentType: "application/json")
    }

    func ownDataAsDocument(_ request: Request) async throws -> Reply {
        let lists = OwnDataLists(data: try await ownData(request), action: action, isCut: false)
        let style = String(decoding: services.assets.bytes("style.css") ?? [], as: UTF8.self)
        let title: Phrase =
            "What Inside Outcomes held about \(lists.data.person.name) on \(CivilDate(services.clock()).argument)"
        let document = Document(title: title, styleSheet: .embedded(style)) {
            main { div(.classes("wrap")) { .group([h1 { title }, lists.body]) } }
        }
        return .download(
            .bytes(document.bytes(in: request.catalogue)), name: "about-me.html",
            contentType: "text/html; charset=utf-8")
    }

    func changeName(_ request: Request) async throws -> Reply {
        var page = try await ownDataPage(request)
        page.name = request.form.text("name", most: Person.longestName)
        guard !page.name.isEmpty else {
            page.faults.add("Give your name.", at: "name")
            return self.page(page.title, page.body, request, status: 422)
        }
        try await people.setName(page.name, of: page.lists.data.person.id, in: database)
        return .redirect(to: PeoplePath.ownData.url)
    }

    func ownDataPage(_ request: Request) async throws -> OwnDataPage {
        let data = try await ownData(request, mostActs: OwnDataPage.mostActs)
        return OwnDataPage(
            lists: OwnDataLists(data: data, action: action, isCut: data.acts.count == OwnDataPage.mostActs),
            name: data.person.name, isMailed: services.postbox != nil,
            kept: request.reader.may(.seePlace) ? kept : nil,
            proof: try await proof(of: data.person, at: PeoplePath.ownData.url, request),
            tokenField: request.formTokenField)
    }

    private func ownData(
        _ request: Request, mostActs: Int = OwnDataStore.mostActs
    ) async throws -> OwnData {
        guard let reader = request.reader.person,
            var data = try await OwnDataStore(place: place.id).find(reader.id, mostActs: mostActs, in: database)
        else { throw Problem.signInFirst }
        data.said = try await said(reader.id, request.catalogue.language.code)
        return data
    }
}
