package import Configuration
import Documents
import FoundationEssentials
import Web
import Words

/// Looks at an installation and says what is well and what must be mended. It changes nothing that people see.
package struct Doctor: Sendable {
    private let settings: Settings
    private let isDeep: Bool

    /// - Parameter isDeep: whether every row is compared with the audit trail too.
    package init(_ settings: Settings, isDeep: Bool = false) {
        self.settings = settings
        self.isDeep = isDeep
    }

    package func findings() async -> [Finding] {
        let libraries = LibraryCheck(packages: PackageList(home: settings.home)).findings
        let files = InstallationCheck(settings).findings
        let data = await DataCheck(settings, isDeep: isDeep).findings()
        let worker = await WorkerCheck(settings).findings()
        let mail = await MailCheck(settings).findings()
        return settingsFindings + libraries + files + data + worker + mail
    }

    private var settingsFindings: [Finding] {
        settings.inForce.map { setting, value, isGiven in
            .good("\(setting.name)", isGiven ? "\(value) (set)" : "\(value)")
        }
            + settings.unknown.map {
                .notice("\($0)", "is set and means nothing here", mend: "Look for a slip of the pen in its name.")
            }
    }
}
