import HTML
import Web
import Words

/// Says whether this browser is the owner's, and how it becomes so or stops being so.
struct OwnerPage {
    let isOwner: Bool
    private let request: Request

    init(_ request: Request) {
        self.request = request
        isOwner = request.reader == .owner
    }

    func document(in frame: Frame) -> Document {
        isOwner ? frame("You are the owner", request, known) : frame("Are you the owner?", request, unknown)
    }

    private var known: HTML {
        .group([
            h1 { "You are the owner" },
            p(.classes("lead")) { "This browser can see everything here and make, change and publish accounts." },
            p { "It stays so for 90 days. Sign out if other people use this computer." },
            form(.method("post"), .action(OwnerPath.signOut.url)) {
                request.formTokenField
                div(.classes("actions")) { button(.type("submit")) { "Sign out" } }
            },
        ])
    }

    private var unknown: HTML {
        .group([
            h1 { "Are you the owner?" },
            p(.classes("lead")) {
                "Only the owner of this installation can make and change accounts. Everybody can read what is published."
            },
            p {
                "If you are the owner, open the link that was printed when the server started. This browser is then known for 90 days."
            },
        ])
    }
}
