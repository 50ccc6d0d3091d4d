package import Words

/// A whole HTML document around a body. Knows nothing of the domain; the website and the accounts both use it.
package struct Document: Sendable {
    package enum Style: Sendable {
        /// The address of a style sheet of the same site.
        case link(String)
        /// The style sheet itself, for a document that stands alone.
        case embedded(String)
    }

    package var title: Phrase
    package var styleSheet: Style
    /// Names for what machines read, such as `author` and `description`.
    package var details: [(name: String, value: Phrase)]
    /// Scripts by address, loaded as modules.
    package var scripts: [String]
    package var bodyClass: String
    package var body: HTML

    package init(
        title: Phrase, styleSheet: Style, details: [(name: String, value: Phrase)] = [], scripts: [String] = [],
        bodyClass: String = "", @HTMLBuilder body: () -> HTML
    ) {
        self.title = title
        self.styleSheet = styleSheet
        self.details = details
        self.scripts = scripts
        self.bodyClass = bodyClass
        self.body = body()
    }

    package func bytes(in catalogue: Catalogue) -> [UInt8] {
        Array("<!doctype html>\n".utf8) + html(in: catalogue).bytes(in: catalogue) + [UInt8(ascii: "\n")]
    }

    package func render(in catalogue: Catalogue) -> String { String(decoding: bytes(in: catalogue), as: UTF8.self) }

    private func html(in catalogue: Catalogue) -> HTML {
        htmlElement.with(
            [.lang(catalogue.language.code)],
            .group([
                headElement.with([], head(in: catalogue)),
                bodyElement.with(bodyClass.isEmpty ? [] : [.classes(bodyClass)], body),
            ]))
    }

    private func head(in catalogue: Catalogue) -> HTML {
        var parts = [
            metaElement(.charset("utf-8")),
            metaElement(.name("viewport"), .content("width=device-width, initial-scale=1")),
            metaElement(.name("color-scheme"), .content("light dark")),
        ]
        if case .embedded = styleSheet {
            // A file that stands alone has no server to send this rule with it.
            parts.append(metaElement(.httpEquiv("Content-Security-Policy"), .content(Self.standaloneRule)))
        }
        parts.append(titleElement.with([], .phrase(title)))
        for detail in details {
            parts.append(metaElement(.name(detail.name), .content(catalogue.text(detail.value))))
        }
        switch styleSheet {
        case .link(let address): parts.append(linkElement(.rel("stylesheet"), .href(address)))
        case .embedded(let css): parts.append(styleElement.with([], Self.style(css)))
        }
        for script in scripts {
            parts.append(scriptElement.with([.type("module"), .src(script)], .nothing))
        }
        return .group(parts)
    }

    private static let standaloneRule = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    /// A style sheet can't end its own element: `</` is written as CSS escapes it.
    private static func style(_ css: String) -> HTML {
        HTML(
            node: .markup(
                StyleSheet.compact(css).split(separator: "</", omittingEmptySubsequences: false).joined(
                    separator: "<\\/")))
    }
}
