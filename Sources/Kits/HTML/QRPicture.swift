import CQrencode
package import Words

/// A text as a QR code, for the camera of a telephone: dark on light in every theme, with the free edge that readers want.
package struct QRPicture: Sendable {
    /// Around it, in modules.
    private static let edge = 4

    private let width: Int
    /// Row by row.
    private let isDark: [Bool]
    private let title: Phrase

    /// Nil where the text is too long for a code.
    ///
    /// - Parameter title: is read aloud instead of it.
    package init?(_ text: String, title: Phrase) {
        guard !text.utf8.contains(0), let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        guard let modules = code.pointee.data else { return nil }
        width = Int(code.pointee.width)
        isDark = (0..<width * width).map { modules[$0] & 1 == 1 }
        self.title = title
    }

    package var html: HTML {
        let size = width + 2 * Self.edge
        return svgElement.with(
            [
                .classes("qr"), .role("img"), .svg("viewBox", "0 0 \(size) \(size)"),
                .svg("shape-rendering", "crispEdges"), .svg("xmlns", "http://www.w3.org/2000/svg"),
            ],
            .group([
                titleElement.with([], .phrase(title)),
                pathElement.with([.svg("d", "M0 0h\(size)v\(size)h-\(size)z"), .svg("fill", "#fff")], .nothing),
                pathElement.with([.svg("d", outline), .svg("fill", "#000")], .nothing),
            ]))
    }

    /// One stroke for each run of dark modules in a row.
    private var outline: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, isDark[row * width + column] { column += 1 }
                if column > start {
                    path += "M\(start + Self.edge) \(row + Self.edge)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        return path
    }
}

/// The version of libqrencode that is in use, for the administrator's check.
package var qrLibraryVersion: String { QRcode_APIVersionString().map { String(cString: $0) } ?? "0" }
