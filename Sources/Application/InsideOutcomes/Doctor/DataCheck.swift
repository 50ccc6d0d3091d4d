import Configuration
import FoundationEssentials
import Glibc
import Storage
import Web
import Words

/// Looks at the data folder and what is in it. Nothing is made: a folder that isn't there yet is made by the first start.
struct DataCheck: Sendable {
    /// Below this the disk counts as full: room for a few hundred accounts.
    private static let leastSpace = 500_000_000

    private let settings: Settings
    /// Whether every row is compared with the audit trail too.
    private let isDeep: Bool

    init(_ settings: Settings, isDeep: Bool) {
        self.settings = settings
        self.isDeep = isDeep
    }

    func findings() async -> [Finding] {
        guard access(settings.data, F_OK) == 0 else {
            let absent = Finding.notice("data folder", "\(settings.data) is not there yet; the first start makes it")
            return [absent, space] + (settings.database == nil ? [] : await database())
        }
        guard access(settings.data, R_OK | W_OK | X_OK) == 0 else {
            return [
                .bad(
                    "data folder", "\(settings.data) can’t be written to",
                    mend: "Give it to the user who runs the server, or set OUTCOMES_DATA to another folder.")
            ]
        }
        return [folder, space, key] + (await database())
    }

    private var folder: Finding {
        var status = stat()
        guard stat(settings.data, &status) == 0, status.st_mode & 0o077 != 0 else {
            return .good("data folder", "\(settings.data), for this user only")
        }
        return .bad(
            "data folder", "\(settings.data) can be entered by other users", mend: "Type: chmod 700 \(settings.data)")
    }

    private var space: Finding {
        var status = statvfs()
        var path = settings.data
        while access(path, F_OK) != 0, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            path = String(path[..<slash])
        }
        guard statvfs(path, &status) == 0 else {
            return .notice("free space", "can’t be told")
        }
        let free = Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
        return free < Self.leastSpace
            ? .bad("free space", "\(free / 1_000_000) MB", mend: "Make room on the disk of the data folder.")
            : .good("free space", "\(free / 1_000_000) MB")
    }

    private var key: Finding {
        let path = settings.key
        guard access(path, F_OK) == 0 else {
            return .notice("owner’s key", "is not there yet; the first start makes it")
        }
        do {
            _ = try OwnerKey(keptAt: path)
            return .good("owner’s key", "is there, for this user only")
        } catch {
            return .bad("owner’s key", "can’t be used", mend: "\(error.description)")
        }
    }

    private func database() async -> [Finding] {
        await DatabaseCheck(settings, isDeep: isDeep).findings()
    }
}
