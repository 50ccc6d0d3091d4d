import FoundationEssentials
import Glibc

/// Where the programs of the newest PostgreSQL that will do are.
package enum PostgresPrograms {
    package static let folder: String? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.compactMap(Int.init).filter { $0 >= 15 }.sorted(by: >).map { "\(root)/\($0)/bin" }
            .first { access($0 + "/initdb", X_OK) == 0 && access($0 + "/pg_ctl", X_OK) == 0 }
    }()
}
