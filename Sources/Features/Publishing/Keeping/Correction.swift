package import CanonicalJSON

/// A correction that somebody began: which account, and why. It is the purpose of the workbook that is uploaded for it.
package struct Correction: Sendable, Equatable {
    package let account: String
    package let reason: String

    package init(account: String, reason: String) {
        self.account = account
        self.reason = reason
    }

    package var json: JSON { ["account": .string(account), "reason": .string(reason)] }

    package init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let reason = json["reason"]?.stringValue else { return nil }
        self.init(account: account, reason: reason)
    }
}
