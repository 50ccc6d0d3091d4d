import FoundationEssentials
import Testing

@testable import Configuration

@Suite struct SettingsTests {
    private func settings(_ environment: [String: String]) throws -> Settings {
        try Settings(environment: environment.merging(["OUTCOMES_HOME": "/"]) { given, _ in given }, folder: "/here")
    }

    @Test func `an empty environment gives the defaults`() throws {
        let settings = try settings([:])
        #expect(settings.listen.description == "127.0.0.1:8080")
        #expect(settings.address.description == "http://127.0.0.1:8080")
        #expect(settings.uploadLimit == 25_000_000)
        #expect(settings.workerMemory == 536_870_912)
        #expect(settings.workerSeconds == 60)
        #expect(settings.language == "en")
        #expect(settings.log == .info)
    }

    @Test func `what is given is taken, and an empty variable counts as not given`() throws {
        let settings = try settings([
            "OUTCOMES_LISTEN": "[::1]:80", "OUTCOMES_ADDRESS": "https://Outcomes.example.org/",
            "OUTCOMES_DATA": "store/",
            "OUTCOMES_UPLOAD_LIMIT": "2 MB", "OUTCOMES_WORKER_MEMORY": "1 GiB", "OUTCOMES_LOG": "",
            "OUTCOMES_LISTN": "x",
        ])
        #expect(settings.listen.description == "[::1]:80")
        #expect(settings.listen.isLoopback)
        #expect(settings.address.description == "https://outcomes.example.org")
        #expect(settings.address.isSecure)
        #expect(settings.data == "/here/store")
        #expect(settings.uploadLimit == 2_000_000)
        #expect(settings.workerMemory == 1_073_741_824)
        #expect(settings.log == .info)
        #expect(settings.unknown == ["OUTCOMES_LISTN"])
        #expect(
            settings.inForce.filter(\.isGiven).map(\.setting) == [
                .listen, .address, .data, .home, .uploadLimit, .workerMemory,
            ])
    }

    @Test func `every wrong variable is named at once, with what stands there and what was expected`() throws {
        let wrong = [
            "OUTCOMES_LISTEN": "8080", "OUTCOMES_WORKER_SECONDS": "4", "OUTCOMES_LANGUAGE": "English",
            "OUTCOMES_HOME": "/nowhere/at/all",
        ]
        let error = try #require(throws: SettingsError.self) { _ = try settings(wrong) }
        #expect(Set(error.problems.map(\.setting)) == [.listen, .workerSeconds, .language, .home])
        #expect(error.description.contains("OUTCOMES_LISTEN is “8080”. It must be an IP address and a port"))
    }

    @Test(arguments: [
        "", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "::1:80", "[::1]", "256.0.0.1:80", "a.b:80",
        "127.0.0.1:8 0", "[127.0.0.1]:80", "127.0.0.1:+80",
    ])
    func `an address that can't be listened on is refused`(text: String) {
        #expect(ListenAddress(text) == nil)
    }

    @Test(arguments: [
        "outcomes.example.org", "https://", "ftp://a", "https://a/b", "https://user@a", "https://a b",
        "http://ä.example",
    ])
    func `an address that isn't a plain web address is refused`(text: String) {
        #expect(SiteAddress(text) == nil)
    }

    @Test func `a port that is the scheme's own is left out, as browsers do`() {
        #expect(SiteAddress("https://a.example:443")?.authority == "a.example")
        #expect(SiteAddress("http://a.example:443")?.authority == "a.example:443")
        #expect(ListenAddress("[::1]:80").map(SiteAddress.init)?.authority == "[::1]")
    }

    @Test(arguments: ["1", "25", "-25 MB", "25 mb", "25MB ", "9999999999999 GB", "0x19 MB", "٢٥ MB", "300 MB"])
    func `a size that isn't one or is out of range is refused`(text: String) {
        #expect(byteCount(text, in: 100_000...200_000_000) == nil)
    }

    @Test func `the home folder is found from the program upwards`() throws {
        let root = FileManager.default.temporaryDirectory.path + "/home-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for folder in ["documents", "assets", ".build/debug"] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
        }
        #expect(installation(above: "\(root)/.build/debug/outcomes") == root)
        #expect(installation(above: "/outcomes") == nil)
    }
}

@Suite struct SiteAddressTests {
    @Test(arguments: [
        ("https://outcomes.example.org", true), ("http://127.0.0.1:8080", true), ("http://localhost", true),
        ("http://[::1]:8080", true), ("http://127.8.0.3", true), ("http://outcomes.example.org", false),
        ("http://10.0.0.5:8080", false), ("http://127.0.0.1.example.org", false),
        ("http://localhost.example.org", false), ("http://north.localhost:8080", true),
        ("http://northlocalhost", false),
        ("http://[::2]:8080", false), ("http://0.0.0.0:8080", false),
    ])
    func `what leaves this machine unencrypted is not private`(address: String, isPrivate: Bool) throws {
        #expect(try #require(SiteAddress(address)).isPrivate == isPrivate)
    }
}
