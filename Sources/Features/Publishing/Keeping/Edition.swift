package import FoundationEssentials

/// One edition of an account as it is kept: a draft, or published and never changed after that.
package struct Edition: Sendable, Equatable {
    package enum State: String, Sendable { case draft, published }

    package let account: String
    /// From 1.
    package let number: Int
    /// The import that it was made of; nil where that is not known any more.
    package let importID: String?
    package let state: State
    /// The code of the language that it is written in.
    package let language: String
    package let title: String
    package let provider: String?
    package let commissioner: String?
    package let service: String?
    package let period: String?
    /// What was found, in two sentences.
    package let finding: String
    /// Why it corrects the edition before it.
    package let reason: String?
    /// Whether its organisations and people were made up to show what the product does.
    package let isMadeUp: Bool
    package let created: Date
    package let published: Date?

    package init(
        account: String, number: Int, importID: String?, state: State = .draft, language: String, title: String,
        provider: String?, commissioner: String?, service: String?, period: String?, finding: String, reason: String?,
        isMadeUp: Bool, created: Date, published: Date? = nil
    ) {
        self.account = account
        self.number = number
        self.importID = importID
        self.state = state
        self.language = language
        self.title = title
        self.provider = provider
        self.commissioner = commissioner
        self.service = service
        self.period = period
        self.finding = finding
        self.reason = reason
        self.isMadeUp = isMadeUp
        self.created = created
        self.published = published
    }
}

extension Edition {
    /// What tells the accounts of a list apart: the service and the period, as far as they are stated.
    package var shortTitle: String {
        let parts = [service, period].compactMap { $0 }
        return service == nil ? title : parts.joined(separator: ", ")
    }
}

/// An account with all its editions, oldest first, and whether it was withdrawn.
package struct KeptAccount: Sendable, Equatable {
    package struct Withdrawal: Sendable, Equatable {
        package let date: Date
        package let reason: String
    }

    package let id: String
    /// Whether it is of the organisation that asked: else only what was published of it is here.
    package let isOwn: Bool
    package let withdrawal: Withdrawal?
    package let editions: [Edition]

    /// The edition that readers see.
    package var current: Edition? { editions.last { $0.state == .published } }
    package var draft: Edition? { editions.last { $0.state == .draft } }
    package var published: [Edition] { editions.filter { $0.state == .published } }

    package func edition(_ number: Int) -> Edition? { editions.first { $0.number == number } }
}
