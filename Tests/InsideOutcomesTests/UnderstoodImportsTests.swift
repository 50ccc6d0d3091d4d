import Drivers
import Imports
import Places
import Reading
import StandIns
import Storage
import Testing
import ValueMaps
import Web
import Workbooks

@testable import InsideOutcomes

/// What a kept workbook says is worked out once, as long as nothing changes that it depends on.
@Suite(.onEveryDriver) struct UnderstoodImportsTests {
    @Test func `a second look works nothing out, and a change does`() async throws {
        let (visitor, store, item) = try await uploaded()
        let understood = UnderstoodImports(by: .byContent)
        let first = try await understood.result(of: item, in: store, remembering: RememberedMeanings())
        #expect(first?.understanding?.map.outcomes.count == 1)
        try await damage(item, visitor)
        let second = try await understood.result(of: item, in: store, remembering: RememberedMeanings())
        #expect(second?.understanding?.map == first?.understanding?.map)
        var changed = item
        changed.options.provider = "Kettle On"
        await #expect(throws: StorageError.self) {
            try await understood.result(of: changed, in: store, remembering: RememberedMeanings())
        }
        let remembered = RememberedMeanings([.init(sheet: .valueMap, header: "Source of proxy", meaning: "notUsed")])
        await #expect(throws: StorageError.self) {
            try await understood.result(of: item, in: store, remembering: remembered)
        }
        understood.forget(item.id)
        await #expect(throws: StorageError.self) {
            try await understood.result(of: item, in: store, remembering: RememberedMeanings())
        }
        await visitor.close()
    }

    @Test func `what is remembered keeps within its bound`() async throws {
        let (visitor, store, item) = try await uploaded()
        let understood = UnderstoodImports(by: .byContent, mostWeight: 1)
        #expect(try await understood.result(of: item, in: store, remembering: RememberedMeanings()) != nil)
        try await damage(item, visitor)
        await #expect(throws: StorageError.self) {
            try await understood.result(of: item, in: store, remembering: RememberedMeanings())
        }
        await visitor.close()
    }

    @Test func `the oldest answers go first`() async throws {
        let (visitor, store, item) = try await uploaded()
        let understood = UnderstoodImports(by: .byContent)
        func variant(_ number: Int) -> StoredImport {
            var changed = item
            changed.options.provider = "\(number)"
            return changed
        }
        for number in 0..<40 {
            _ = try await understood.result(of: variant(number), in: store, remembering: RememberedMeanings())
        }
        try await damage(item, visitor)
        #expect(try await understood.result(of: variant(39), in: store, remembering: RememberedMeanings()) != nil)
        await #expect(throws: StorageError.self) {
            try await understood.result(of: variant(0), in: store, remembering: RememberedMeanings())
        }
        await visitor.close()
    }

    @Test func `a damaged workbook is an error and not an import that was taken back`() async throws {
        let (visitor, _, item) = try await uploaded()
        try await damage(item, visitor)
        await visitor.close()
        // After a restart nothing is remembered.
        let again = try await Visitor(after: visitor)
        let page = try await again.ask("GET", "/imports/\(item.id)")
        #expect(page.status == 500)
        #expect(again.logged.contains("a workbook"))
        await again.close()
    }

    private func uploaded() async throws -> (Visitor, ImportStore, StoredImport) {
        let visitor = try await Visitor()
        let address = try await visitor.upload()
        let store = try await visitor.imports()
        let item = try #require(try await store.find(String(address.dropFirst("/imports/".count))))
        return (visitor, store, item)
    }

    private func damage(_ item: StoredImport, _ visitor: Visitor) async throws {
        let bytes: [UInt8] = [9]
        try await visitor.installation.services.database.execute(
            "UPDATE import SET workbook = \(bytes) WHERE id = \(item.id)")
    }
}
