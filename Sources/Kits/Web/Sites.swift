package import Configuration
import Synchronization

/// The sites of one server, each at an address of its own: browsers keep what belongs to one apart from what belongs to another.
package final class Sites: Sendable {
    /// What is asked for under any other name.
    let main: Site
    private let others = Mutex<[String: Site]>([:])

    package init(_ main: Site) {
        self.main = main
    }

    var traffic: Traffic { main.traffic }

    /// Says which sites there are beside the main one, in the place of those before. They count with the main one's traffic.
    package func set(_ sites: [(address: SiteAddress, site: Site)]) {
        let named = Dictionary(sites.map { ($0.address.authority, $0.site) }, uniquingKeysWith: { first, _ in first })
        others.withLock { $0 = named }
    }

    /// - Parameter host: what the browser says in `Host`.
    package func site(at host: String?) -> Site {
        others.withLock { others in
            guard !others.isEmpty, let host else { return main }
            return others[host] ?? others[host.lowercased()] ?? main
        }
    }
}
