extension Catalogues {
    /// The best of our languages for a browser's `Accept-Language` header; `otherwise` where none fits.
    ///
    /// `cy-GB` is served by `cy`. At most 20 wishes are read.
    package func preferred(_ header: String, otherwise: Catalogue = .english) -> Catalogue {
        var best: (catalogue: Catalogue, quality: Int)?
        for wish in header.utf8.prefix(1000).split(separator: UInt8(ascii: ","), maxSplits: 20).prefix(20) {
            let parts = wish.split(separator: UInt8(ascii: ";")).map { part in
                String(decoding: part.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self).lowercased()
            }
            guard let code = parts.first, code != Language.pseudo.code else { continue }
            let quality = parts.dropFirst().first.map(Self.quality) ?? 1000
            guard quality > best?.quality ?? 0 else { continue }
            let family = code.split(separator: "-").first.map(String.init) ?? code
            if let catalogue = catalogue(code) ?? catalogue(family) { best = (catalogue, quality) }
        }
        return best?.catalogue ?? otherwise
    }

    /// Thousandths from `q=0.8`; 0 for what can't be read.
    private static func quality(_ text: String) -> Int {
        guard text.hasPrefix("q=") else { return 0 }
        let sides = text.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = sides.first, whole == "0" || whole == "1" else { return 0 }
        let digits = sides.count > 1 ? sides[1].prefix(3) : ""
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        let fraction = Int(digits + String(repeating: "0", count: 3 - digits.count)) ?? 0
        return min(1000, (whole == "1" ? 1000 : 0) + fraction)
    }
}
