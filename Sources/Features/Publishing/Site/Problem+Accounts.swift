package import Web
import Words

/// The problems of accounts on the website. docs/error-codes.md lists them.
extension Problem {
    static let noDraft = Problem(
        status: 409, code: "ACC-101", title: "This draft is not there any more",
        detail:
            "It was published, made anew or removed in the meantime, or you have not seen it as it is now. Nothing was changed.",
        next: "Go to the first page and look at what is there now.")

    package static func withdrawn(reason: String) -> Problem {
        Problem(
            status: 410, code: "ACC-102", title: "This account was withdrawn",
            detail: "Its provider has withdrawn it. The reason: \(reason)",
            next: "Ask the provider if you need to know more.")
    }

    static let notPublished = Problem(
        status: 409, code: "ACC-103", title: "This account can’t be withdrawn",
        detail: "It was never published, or it was withdrawn already. Nothing was changed.",
        next: "Go to the first page and look at what is there now.")

    static let tooManyJobs = Problem(
        status: 503, code: "ACC-104", title: "Too much is being made at the moment",
        detail: "Other accounts wait to be made.", next: "Wait a minute, then try again.")

    package static let accounts: [Problem] = [
        .noDraft, .withdrawn(reason: ""), .notPublished, .tooManyJobs, .notUnderstood,
    ]
}
