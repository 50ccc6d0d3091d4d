import Documents

/// The forms in which an account is kept and handed out. They say the same.
package enum AccountForm: String, Sendable, CaseIterable {
    case html, pdf, xlsx, json

    package var fileName: String { "account.\(rawValue)" }

    package var contentType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .pdf: MediaType.pdf
        case .xlsx: MediaType.xlsx
        case .json: MediaType.json
        }
    }
}
