import FoundationEssentials

/// The system packages that the product stands on, with their least versions, as `script/packages.txt` lists them.
struct PackageList: Sendable {
    /// By the package's name.
    let leastVersions: [String: String]

    init(home: String) {
        let data = FileManager.default.contents(atPath: home + "/script/packages.txt") ?? Data()
        self.init(text: String(decoding: data.prefix(100_000), as: UTF8.self))
    }

    init(text: String) {
        var versions: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            if words.count == 3 { versions[String(words[0].filter { $0 != "?" })] = String(words[1]) }
        }
        leastVersions = versions
    }
}

/// A version such as `0.9.75`, to be compared number by number.
struct VersionNumber: Comparable {
    private let parts: [Int]

    init(_ text: String) {
        parts = text.split { !$0.isNumber }.map { Int($0) ?? 0 }
    }

    static func == (one: VersionNumber, other: VersionNumber) -> Bool { !(one < other) && !(other < one) }

    static func < (one: VersionNumber, other: VersionNumber) -> Bool {
        for index in 0..<max(one.parts.count, other.parts.count) {
            let left = index < one.parts.count ? one.parts[index] : 0
            let right = index < other.parts.count ? other.parts[index] : 0
            if left != right { return left < right }
        }
        return false
    }
}
