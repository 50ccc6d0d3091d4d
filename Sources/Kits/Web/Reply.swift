package import CanonicalJSON
import Crypto
import Documents

/// An answer to a request.
package struct Reply: Sendable {
    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// Sent from where they are; for pages and assets that many readers get.
        case shared(SharedBytes)
        /// A file of the data folder, by its path.
        case file(String)
    }

    /// How long a browser or a proxy may keep the answer. Nothing is kept unless a handler says so.
    package enum Caching: Sendable, Equatable {
        case never
        /// May be kept and is asked about each time; the tag (without quotes) changes when the bytes do.
        case revalidated(tag: String)
        /// The address changes when the bytes do.
        case forever
    }

    package var status: Int
    package var contentType: String?
    package var headers: [(name: String, value: String)] = []
    package var cookies: [SetCookie] = []
    package var caching: Caching
    package var body: Body

    package init(status: Int = 200, contentType: String?, body: Body, caching: Caching = .never) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.caching = caching
    }

    /// A finished HTML document.
    package static func html(_ bytes: [UInt8], status: Int = 200) -> Reply {
        Reply(status: status, contentType: "text/html; charset=utf-8", body: .bytes(bytes))
    }

    /// An answer to a program. One that changes nothing may be asked for again with its tag.
    package static func json(_ json: JSON, status: Int = 200) -> Reply {
        let bytes = json.canonical
        let tag = String(hex(sha256(bytes)).prefix(32))
        return Reply(
            status: status, contentType: MediaType.json, body: .bytes(bytes),
            caching: status == 200 ? .revalidated(tag: tag) : .never)
    }

    /// Sends the browser to another address of ours, to be asked for with GET.
    ///
    /// - Parameter path: begins with one slash. Anything else would lead away from here and becomes `/`.
    package static func redirect(to path: String, status: Int = 303) -> Reply {
        var reply = Reply(status: status, contentType: nil, body: .none)
        reply.headers.append(("Location", localPath(path)))
        return reply
    }

    /// A file to be saved. The name is reduced to letters, digits, dots and dashes.
    package static func download(_ body: Body, name: String, contentType: String) -> Reply {
        var reply = Reply(contentType: contentType, body: body)
        reply.headers.append(("Content-Disposition", "attachment; filename=\"\(plainFileName(name))\""))
        return reply
    }
}

/// The path unchanged where it is one of ours, else `/`.
func localPath(_ path: String) -> String {
    let bytes = path.utf8
    let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    return isPlain && path.hasPrefix("/") && !path.hasPrefix("//") ? path : "/"
}

func plainFileName(_ name: String) -> String {
    let kept = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
    let plain = String(kept.prefix(100)).drop { $0 == "." }
    return plain.isEmpty ? "file" : String(plain)
}
