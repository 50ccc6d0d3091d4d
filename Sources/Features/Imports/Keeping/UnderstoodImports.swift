import CanonicalJSON
import Documents
package import Storage
import Synchronization
package import Workbooks

/// What kept workbooks say, worked out once and remembered for the next look, within a bound.
///
/// Working it out takes a second for a large workbook. It happens on a queue of its own, one workbook at a time, so that
/// neither the threads of the website nor its memory are at the mercy of large files.
package final class UnderstoodImports: Sendable {
    /// Everything that the answer depends on. The rules by which a workbook is read don't change while the program runs.
    private struct Key: Hashable {
        let place: String
        let importID: String
        let digest: String
        let leftUnread: [String]
        let options: String
        let remembered: [RememberedMeanings.Entry]
    }

    private struct Known {
        let key: Key
        let result: ImportResult
        let weight: Int
    }

    private static let mostResults = 32

    private let mostWeight: Int
    private let desk: ReadingDesk
    /// The one that was asked for last stands last.
    private let known = Mutex<[Known]>([])

    /// - Parameter mostWeight: bytes in all, estimated. The largest workbook that can be read takes about three quarters of
    ///   what stands here.
    package init(by reader: WorkbookReader, mostWeight: Int = 64 << 20) {
        desk = ReadingDesk(reader)
        self.mostWeight = mostWeight
    }

    /// What an import says, with everything that was answered; nil once it was taken back.
    package func result(
        of item: StoredImport, in store: ImportStore, remembering remembered: RememberedMeanings
    ) async throws(StorageError) -> ImportResult? {
        guard item.takenBack == nil else { return nil }
        let key = Key(
            place: store.place, importID: item.id, digest: item.digest, leftUnread: item.leftUnread,
            options: item.options.json.canonicalText, remembered: remembered.entries)
        if let result = find(key) { return result }
        guard let bytes = try await store.workbookBytes(of: item.id) else { return nil }
        let result = try await desk.result(of: item, bytes, remembered) { find(key) }
        keep(Known(key: key, result: result, weight: result.weight))
        return result
    }

    /// What a workbook says that is not kept yet, and what of it may be kept.
    func read(
        _ workbook: Workbook, _ options: ImportOptions, remembering remembered: RememberedMeanings
    ) async -> ReadWorkbook {
        await desk.read(workbook, options, remembered)
    }

    /// The kept bytes of a workbook, without what a person has said tells who people are.
    func emptied(_ bytes: [UInt8], _ taken: [TakenSheet]) async throws(StorageError) -> [UInt8] {
        try await desk.emptied(bytes, taken)
    }

    /// Lets go of what is remembered of an import.
    package func forget(_ importID: String) {
        known.withLock { known in known.removeAll { $0.key.importID == importID } }
    }

    private func find(_ key: Key) -> ImportResult? {
        known.withLock { known in
            guard let place = known.firstIndex(where: { $0.key == key }) else { return nil }
            let found = known.remove(at: place)
            known.append(found)
            return found.result
        }
    }

    private func keep(_ result: Known) {
        guard result.weight <= mostWeight else { return }
        known.withLock { known in
            known.removeAll { $0.key == result.key }
            known.append(result)
            while known.count > Self.mostResults || known.reduce(0, { $0 + $1.weight }) > mostWeight {
                known.removeFirst()
            }
        }
    }
}

/// A workbook that has just been read: what it says, and the part of it that may be kept.
struct ReadWorkbook: Sendable {
    let result: ImportResult
    let kept: [UInt8]
}

/// Where workbooks are worked through, one after the other.
private actor ReadingDesk {
    private let queue = QueueExecutor(label: "reading workbooks")
    private let reader: WorkbookReader

    init(_ reader: WorkbookReader) { self.reader = reader }

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// - Parameter known: asked once more when it is our turn: another may have asked for the same.
    func result(
        of item: StoredImport, _ bytes: [UInt8], _ remembered: RememberedMeanings, known: @Sendable () -> ImportResult?
    ) throws(StorageError) -> ImportResult {
        if let result = known() { return result }
        return item.result(of: try decoded(bytes), remembered, by: reader)
    }

    func read(_ workbook: Workbook, _ options: ImportOptions, _ remembered: RememberedMeanings) -> ReadWorkbook {
        let result = reader.understand(workbook, options, remembered)
        let less = reader.withoutPersons(workbook, result.taken)
        return ReadWorkbook(result: result, kept: WorkbookBytes.encode(less))
    }

    func emptied(_ bytes: [UInt8], _ taken: [TakenSheet]) throws(StorageError) -> [UInt8] {
        WorkbookBytes.encode(reader.withoutPersons(try decoded(bytes), taken))
    }

    private func decoded(_ bytes: [UInt8]) throws(StorageError) -> Workbook {
        do { return try WorkbookBytes.decode(bytes) } catch { throw WorkbookBytes.damage }
    }
}
