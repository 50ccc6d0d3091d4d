import CanonicalJSON
import Crypto
import HTML
import Storage
import Transfers
import Vocabulary
import Web
import Words

/// Compares the libraries' versions at run time with the least that will do.
struct LibraryCheck: Sendable {
    let packages: PackageList

    private var libraries: [(name: String, package: String, version: String)] {
        [
            ("libmicrohttpd", "libmicrohttpd-dev", Server.libraryVersion),
            ("SQLite", "libsqlite3-dev", SQLiteDatabase.libraryVersion),
            ("libpq", "libpq-dev", PostgresDatabase.libraryVersion),
            ("libsodium", "libsodium-dev", cryptoLibraryVersion), ("jansson", "libjansson-dev", jsonLibraryVersion),
            ("libcurl", "libcurl4-openssl-dev", transferLibraryVersion),
            ("liboath", "liboath-dev", oneTimeCodeLibraryVersion),
            ("libqrencode", "libqrencode-dev", qrLibraryVersion), ("PCRE2", "libpcre2-dev", expressionLibraryVersion),
            ("OpenBLAS", "libopenblas-dev", algebraLibraryVersion),
        ]
    }

    var findings: [Finding] { libraryFindings + [stemmerFinding] }

    /// It doesn't say its own version; what matters is that it knows the language.
    private var stemmerFinding: Finding {
        stemmedLanguages.contains("english")
            ? .good("\("Snowball")", "\(stemmedLanguages.count) languages, English among them")
            : .bad(
                "\("Snowball")", "it doesn’t know English, so that “group” and “groups” are two words",
                mend: "Install the package libstemmer-dev as your system has it.")
    }

    private var libraryFindings: [Finding] {
        libraries.map { name, package, version in
            guard let least = packages.leastVersions[package] else {
                return .notice("\(name)", "\(version); script/packages.txt does not say what will do")
            }
            if VersionNumber(version) < VersionNumber(least) {
                return .bad(
                    "\(name)", "\(version) is older than \(least)",
                    mend: "Update the package \(package), then build again.")
            }
            return .good("\(name)", "\(version) (\(least) or later)")
        }
    }
}
