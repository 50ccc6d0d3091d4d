package import Configuration
import Crypto
package import Web

/// The one person who may do everything, until people exist: whoever holds the owner's link.
package struct Owner: Sendable {
    static let keyName = "key"

    let key: OwnerKey
    let sessions: Sessions

    package init(key: OwnerKey, sessions: Sessions) {
        self.key = key
        self.sessions = sessions
    }

    /// The link that makes a browser the owner's, to be printed for the one who started the server.
    package func link(at address: SiteAddress) -> String {
        "\(address)\(OwnerPath.owner.url)?\(Self.keyName)=\(key.linkKey)"
    }
}
