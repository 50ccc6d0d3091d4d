/// What a PDF is made from. All that the page needs (style, pictures, fonts by name) stands in its HTML.
package struct Paper: Sendable, Equatable {
    package var html: [UInt8]
    package var title: String
    /// A language tag (`en`, `cy`).
    package var language: String
    package var author: String?
    /// One sentence on what the document is.
    package var summary: String?
    /// The document's date, `2026-03-31`: it stands for the clock, so that the same paper gives the same bytes.
    package var date: String
    package var attachments: [Attachment]
    /// Above so many pages before its annexes the paper is not wanted, and may be left unmade.
    package var mostBeforeAnnexes: Int?

    package struct Attachment: Sendable, Equatable {
        package var name: String
        package var description: String
        package var bytes: [UInt8]

        package init(name: String, description: String, bytes: [UInt8]) {
            self.name = name
            self.description = description
            self.bytes = bytes
        }
    }

    package init(
        html: [UInt8], title: String, language: String, author: String? = nil, summary: String? = nil, date: String,
        attachments: [Attachment] = [], mostBeforeAnnexes: Int? = nil
    ) {
        self.html = html
        self.title = title
        self.language = language
        self.author = author
        self.summary = summary
        self.date = date
        self.attachments = attachments
        self.mostBeforeAnnexes = mostBeforeAnnexes
    }
}

package struct PrintedPaper: Sendable, Equatable {
    /// None where it has more pages before its annexes than it may, and was left unmade.
    package let bytes: [UInt8]
    package let pages: Int
    /// Pages before the first element whose id begins with `annex`; all pages where there is none.
    package let pagesBeforeAnnexes: Int

    package init(bytes: [UInt8], pages: Int, pagesBeforeAnnexes: Int) {
        self.bytes = bytes
        self.pages = pages
        self.pagesBeforeAnnexes = pagesBeforeAnnexes
    }
}
