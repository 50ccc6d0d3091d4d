package import FoundationEssentials
import Web

/// Files that came in and wait to be read, in a folder of their own, readable by this user only.
///
/// Each goes as soon as its reading has ended, whichever way.
package struct WaitingUploads: Sendable {
    /// Where the program ended in the middle of something, a file may be left that nobody waits for; it goes after this time.
    package static let lifetime: TimeInterval = 3600

    /// So many files may wait; each may be as large as the upload limit.
    private static let most = 20

    private let folder: PrivateFolder

    package init(data: String) {
        folder = PrivateFolder(data + "/uploads")
    }

    package enum Refusal: Error, Sendable { case tooMany, noSpace }

    /// Moves a file here under a name.
    func take(_ file: ScratchFile, as name: String) throws(Refusal) {
        folder.make()
        guard folder.count < Self.most else { throw .tooMany }
        guard file.keep(at: folder.path(name)) else { throw .noSpace }
    }

    package func path(_ name: String) -> String { folder.path(name) }

    package func remove(_ name: String) { folder.remove(name) }

    /// Removes what was written before a moment and waits for no reading any more.
    package func sweep(before moment: Date, except names: Set<String>) {
        for name in folder.older(than: moment) where !names.contains(name) { folder.remove(name) }
    }
}
