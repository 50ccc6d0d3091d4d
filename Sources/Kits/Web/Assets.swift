import Crypto
import FoundationEssentials
import HTML

/// The style sheet, scripts and pictures of the installation: read once, each at an address that changes with its bytes.
package struct Assets: Sendable {
    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png",
        "ico": "image/x-icon",
    ]
    private static let sizeLimit = 1_000_000

    private struct Asset {
        let tag: String
        let contentType: String
        let bytes: SharedBytes
    }

    private let assets: [String: Asset]

    /// - Parameter folder: its files of a known type and at most 1 MB are served; folders in it are not.
    package init(folder: String) {
        var assets: [String: Asset] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let type = Self.types[String(name.split(separator: ".").last ?? "")],
                let file = FileManager.default.contents(atPath: "\(folder)/\(name)"), file.count <= Self.sizeLimit
            else { continue }
            let data =
                name.hasSuffix(".css") ? Data(StyleSheet.compact(String(decoding: file, as: UTF8.self)).utf8) : file
            let tag = String(hex(sha256([UInt8](data))).prefix(16))
            assets[name] = Asset(tag: tag, contentType: type, bytes: SharedBytes(data))
        }
        self.assets = assets
    }

    /// The address of an asset; of one that doesn't exist, an address that finds nothing.
    package func address(_ name: String) -> String { "/assets/\(assets[name]?.tag ?? "none")/\(name)" }

    /// The bytes of an asset, to be put into a document that stands alone.
    package func bytes(_ name: String) -> [UInt8]? { assets[name]?.bytes.bytes }

    package var route: Route {
        Route(
            .get, "/assets/:tag/:name", access: .anyone, immediate: { reply($0) },
            handler: { _ in throw Problem.notFound })
    }

    /// Only names that were read at the start are found, so no path can lead elsewhere.
    private func reply(_ request: Request) -> Reply? {
        guard let asset = request.parameters["name"].flatMap({ assets[$0] }), asset.tag == request.parameters["tag"]
        else {
            return nil
        }
        return Reply(contentType: asset.contentType, body: .shared(asset.bytes), caching: .forever)
    }
}
