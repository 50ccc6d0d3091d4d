import CanonicalJSON
import Configuration
import Documents
import StandIns
import Testing
import Vocabulary
import Web

@testable import InsideOutcomes
@testable import Language

@Suite struct DoctorTests {
    @Test(arguments: [
        ("0.9.75", "0.9.75", false), ("0.9.8", "0.9.75", true), ("1.0.18", "1.0.9", false), ("3.40.1", "3.37", false),
        ("2.14", "2.13", false), ("2.9", "2.13", true), ("1.8", "1.8.0", false),
    ])
    func `versions are compared number by number`(version: String, least: String, isOlder: Bool) {
        #expect((VersionNumber(version) < VersionNumber(least)) == isOlder)
    }

    @Test func `the list of packages is read past its remarks`() {
        let list = PackageList(
            text: "# remarks here too\n\nlibsodium-dev   1.0.18   run\nchromium?  100  test\nbroken line\n")
        #expect(list.leastVersions == ["libsodium-dev": "1.0.18", "chromium": "100"])
    }

    @Test func `every library whose version is checked is in the list of packages`() async throws {
        let visitor = try await Visitor()
        let packages = PackageList(home: visitor.installation.services.settings.home)
        #expect(LibraryCheck(packages: packages).findings.allSatisfy { $0.kind == .good })
        await visitor.close()
    }

    @Test func `lists of words are well where what was written is read again, and not otherwise`() async throws {
        let visitor = try await Visitor()
        let check = WorkerCheck(visitor.installation.services.settings)
        let file = "\(visitor.folder)/list.ttl"
        #expect(await check.thesauri(visitor.worker, file: file).kind == .bad)
        visitor.worker.hold(
            ReadThesaurusFile(
                about: ["format": "turtle", "schemes": [["id": "https://test.example/list"]]],
                parts: [
                    JSON.array([
                        Concept(
                            id: "https://test.example/list/1", scheme: "https://test.example/list",
                            labels: [Label(.preferred, Text("Test", in: "en"))], isTop: true
                        ).json
                    ]).canonical
                ]))
        #expect(await check.thesauri(visitor.worker, file: file).kind == .good)
        #expect(await check.thesauri(visitor.worker, file: "\(visitor.folder)/none/list.ttl").kind == .bad)
        await visitor.close()
    }
}
