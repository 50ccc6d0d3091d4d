import Configuration
import FoundationEssentials
import Glibc
import Words

/// Looks for the files that are read at run time.
struct InstallationCheck: Sendable {
    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    var findings: [Finding] {
        let needed = ["assets/style.css", "words/cy.po", "schemas/account.schema.json", "documents/outcomes_documents"]
        let missing = needed.filter { access("\(settings.home)/\($0)", R_OK) != 0 }
        let files: Finding =
            missing.isEmpty
            ? .good("files of the installation", "are all there")
            : .bad(
                "files of the installation", "lack \(missing.joined(separator: ", "))",
                mend: "Set OUTCOMES_HOME to the folder of the installation, or fetch the files again.")
        return [files, words]
    }

    private var words: Finding {
        do {
            let catalogues = try Catalogues(folder: settings.home + "/words")
            let shares = catalogues.languages.map { "\($0.code) \(catalogues.coverage($0.code).percent)%" }
            return .good("languages", "\(shares.joined(separator: ", "))")
        } catch {
            return .bad("languages", "\(error.description)", mend: "Run script/words to mend the catalogue.")
        }
    }
}
