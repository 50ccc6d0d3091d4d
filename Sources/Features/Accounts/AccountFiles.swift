/// An account's four forms, ready to be written or kept, and what the website keeps of its page.
package struct AccountFiles: Sendable {
    package var html: [UInt8]
    package var pdf: [UInt8]
    package var xlsx: [UInt8]
    package var json: [UInt8]
    /// The title of the page, in the account's language.
    package var title: String
    /// The account's part of the page, without the frame around it.
    package var body: [UInt8]

    package init(html: [UInt8], pdf: [UInt8], xlsx: [UInt8], json: [UInt8], title: String, body: [UInt8]) {
        self.html = html
        self.pdf = pdf
        self.xlsx = xlsx
        self.json = json
        self.title = title
        self.body = body
    }
}
