package import Words

/// The frame of a page: skip link, header with the product's name, navigation and languages, main part and footer.
/// It knows nothing of what the page is about.
package struct Page: Sendable {
    package struct Link: Sendable {
        package var label: Phrase
        package var address: String
        package var isCurrent: Bool

        package init(_ label: Phrase, _ address: String, isCurrent: Bool = false) {
            self.label = label
            self.address = address
            self.isCurrent = isCurrent
        }
    }

    package struct LanguageLink: Sendable {
        package var language: Language
        package var address: String

        package init(_ language: Language, _ address: String) {
            self.language = language
            self.address = address
        }
    }

    /// The box into which people type what they look for.
    package struct Search: Sendable {
        package var address: String
        /// What it holds already.
        package var text: String

        package init(address: String, text: String = "") {
            self.address = address
            self.text = text
        }
    }

    package var productName: String
    package var home: String
    package var navigation: [Link]
    package var search: Search?
    /// The languages that this page can be read in; a switch is shown where there are two or more.
    package var languages: [LanguageLink]
    /// What stands in the footer, such as a link to help.
    package var closing: HTML
    package var content: HTML

    package init(
        productName: String, home: String, navigation: [Link] = [], search: Search? = nil,
        languages: [LanguageLink] = [],
        closing: HTML = .nothing, @HTMLBuilder content: () -> HTML
    ) {
        self.productName = productName
        self.home = home
        self.navigation = navigation
        self.search = search
        self.languages = languages
        self.closing = closing
        self.content = content()
    }

    package func html(in language: Language) -> HTML {
        .group([skipLink, top(in: language), middle, bottom])
    }

    private var skipLink: HTML {
        a(.classes("skip-link"), .href("#main")) { "Skip to the main part" }
    }

    private func top(in language: Language) -> HTML {
        header(.classes("site-header")) {
            div(.classes("wrap")) {
                a(.classes("site-name"), .href(home)) { .verbatim(productName) }
                if !navigation.isEmpty {
                    nav(.classes("site-nav"), .ariaLabel("Main")) {
                        ul { for link in navigation { li { item(link) } } }
                    }
                }
                if let search { box(search) }
                if languages.count > 1 {
                    nav(.classes("languages"), .ariaLabel("Languages")) {
                        ul { for link in languages { li { item(link, current: language) } } }
                    }
                }
            }
        }
    }

    private func box(_ search: Search) -> HTML {
        form(.classes("site-search"), .role("search"), .method("get"), .action(search.address)) {
            label(.classes("visually-hidden"), .for("site-search")) { "Search" }
            input(
                .type("search"), .id("site-search"), .name("q"), .value(search.text), .maxlength(200),
                .autocomplete("off"))
            button(.type("submit")) { "Search" }
        }
    }

    private func item(_ link: Link) -> HTML {
        a(.href(link.address), .when(link.isCurrent, .aria("current", "page"))) { .phrase(link.label) }
    }

    /// A language is named in itself, so that the one who needs it can read it.
    private func item(_ link: LanguageLink, current: Language) -> HTML {
        let code = link.language.code
        let name = HTML.verbatim(link.language.name)
        return link.language == current
            ? span(.lang(code), .aria("current", "true")) { name }
            : a(.href(link.address), .lang(code), .hreflang(code), .rel("alternate")) { name }
    }

    private var middle: HTML {
        main(.id("main"), .tabindex(-1)) { div(.classes("wrap")) { content } }
    }

    private var bottom: HTML {
        footer(.classes("site-footer")) {
            div(.classes("wrap")) {
                closing
                HTML.translationNote
            }
        }
    }
}
