import Crypto
import Synchronization

/// The browser's visit as far as forms need it. A stranger gets a cookie only once a form is shown to them.
package final class Visit: Sendable {
    private let secret: Mutex<String?>
    private let isKnown: Bool
    private let sessions: Sessions

    init(secret: String?, sessions: Sessions) {
        self.secret = Mutex(secret)
        isKnown = secret != nil
        self.sessions = sessions
    }

    func token() -> String {
        secret.withLock { held in
            let secret = held ?? sessions.newToken()
            held = secret
            return sessions.formToken(secret)
        }
    }

    /// Whether a form came from a page that this browser was shown.
    func admits(_ token: String?) -> Bool {
        guard let token, let held = secret.withLock({ $0 }) else { return false }
        return equalInConstantTime(Array(token.utf8), Array(sessions.formToken(held).utf8))
    }

    /// The cookie that a form shown in this answer needs, if the browser hasn't got it.
    var newCookie: SetCookie? {
        guard !isKnown, let held = secret.withLock({ $0 }) else { return nil }
        return SetCookie(name: sessions.visitCookieName, value: held, isSecure: sessions.isSecure, maxAge: nil)
    }
}
