package import HTML
import Words

/// One page of a list that may be long.
package struct PageOf<Item: Sendable>: Sendable {
    /// How many stand on a page.
    package static var size: Int { 20 }

    package let items: [Item]
    /// From 1.
    package let number: Int
    package let hasMore: Bool

    /// - Parameter found: the items from the page's first on, one more than stand on a page where there are more.
    package init(_ found: [Item], number: Int) {
        items = Array(found.prefix(Self.size))
        self.number = number
        hasMore = found.count > Self.size
    }

    /// How many items stand on the pages before.
    package static func skipped(before number: Int) -> Int { (number - 1) * size }

    package var isBeyondTheEnd: Bool { items.isEmpty && number > 1 }
}

extension Request {
    /// The page of a list that is asked for, `?page=2`; the first where none is named, nil where it can't be one.
    package var pageNumber: Int? {
        guard let text = query["page"] else { return 1 }
        guard let number = Int(text), (1...100_000).contains(number) else { return nil }
        return number
    }
}

/// The links to the pages before and after.
package struct Pager: Sendable {
    private let address: String
    private let number: Int
    private let hasMore: Bool

    /// - Parameter address: of the first page.
    package init(_ address: String, number: Int, hasMore: Bool) {
        self.address = address
        self.number = number
        self.hasMore = hasMore
    }

    @HTMLBuilder package var body: HTML {
        if number > 1 || hasMore {
            nav(.classes("row"), .ariaLabel("Pages of this list")) {
                if number > 1 { a(.href(link(to: number - 1)), .rel("prev")) { "Previous page" } }
                span { "Page \(number)" }
                if hasMore { a(.href(link(to: number + 1)), .rel("next")) { "Next page" } }
            }
        }
    }

    private func link(to number: Int) -> String { number == 1 ? address : "\(address)?page=\(number)" }
}
