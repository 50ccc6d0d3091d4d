import HTML
import Lookup
import People
import Web
import Words

/// The website's frame around every page: its name, the way around, the languages and the style sheet.
struct SiteFrame: Sendable {
    struct Item: Sendable {
        let label: Phrase
        let address: String
        let access: Access

        init(_ label: Phrase, _ address: String, access: Access) {
            self.label = label
            self.address = address
            self.access = access
        }
    }

    /// A script, and whether the page at an address carries it.
    struct Script: Sendable {
        let name: String
        let isOn: @Sendable (_ path: String) -> Bool

        init(_ name: String, isOn: @escaping @Sendable (_ path: String) -> Bool) {
            self.name = name
            self.isOn = isOn
        }
    }

    private let styleSheet: String
    private let scripts: [(address: String, isOn: @Sendable (String) -> Bool)]
    private let catalogues: Catalogues
    private let home: String
    private let search: String
    private let items: [Item]

    /// - Parameters:
    ///   - home: the address of the first page.
    ///   - search: the address of the search.
    ///   - items: the way around, each shown to those whom its access admits.
    init(
        assets: Assets, catalogues: Catalogues, home: String, search: String, scripts: [Script], items: [Item]
    ) {
        styleSheet = assets.address("style.css")
        self.scripts = scripts.map { (address: assets.address($0.name), isOn: $0.isOn) }
        self.catalogues = catalogues
        self.home = home
        self.search = search
        self.items = items
    }

    var frame: Frame {
        { title, request, content in
            let language = request.catalogue.language
            let page = Page(
                productName: "Inside Outcomes", home: home, navigation: links(for: request),
                search: Page.Search(address: search, text: request.path == search ? request.searchText : ""),
                languages: languages(for: request)
            ) {
                secondStep(request)
                content
            }
            return Document(
                title: "\(title) – Inside Outcomes", styleSheet: .link(styleSheet),
                scripts: scripts.filter { $0.isOn(request.path) }.map(\.address)
            ) {
                page.html(in: language)
            }
        }
    }

    /// Leads on whoever their organisation shows nothing until they have a second step at sign-in.
    @HTMLBuilder private func secondStep(_ request: Request) -> HTML {
        if let withheld = request.reader.person?.withheld, !request.path.hasPrefix(PeoplePath.secondStep.url) {
            div(.classes("banner"), .role("note")) {
                p {
                    "\(withheld.organisation) asks for a second step at sign-in. You have none yet, so you see nothing of it."
                }
                p { a(.href(PeoplePath.secondStep.url)) { "Set up your second step" } }
            }
        }
    }

    private func links(for request: Request) -> [Page.Link] {
        let all = items + [own(request)]
        return all.filter { $0.access.admits(request.reader) }.map { item in
            Page.Link(item.label, item.address, isCurrent: item.address == request.path)
        }
    }

    /// The way to one's own page, or in.
    private func own(_ request: Request) -> Item {
        guard let person = request.reader.person else {
            return Item("Sign in", PeoplePath.signIn(then: request), access: .anyone)
        }
        return Item(
            person.organisation.map { "\(person.name), \($0.name)" } ?? "\(person.name)", PeoplePath.me.url,
            access: .signedIn)
    }

    /// The same page in each language; not where the page answers a form, which can't be asked for again.
    private func languages(for request: Request) -> [Page.LanguageLink] {
        guard request.method == .get else { return [] }
        let text = request.path == search ? request.searchText : ""
        let kept = text.isEmpty ? "" : "\(SearchPath.textName)=\(text.percentEncoded)&"
        return catalogues.languages.map { Page.LanguageLink($0, "\(request.path)?\(kept)language=\($0.code)") }
    }
}
