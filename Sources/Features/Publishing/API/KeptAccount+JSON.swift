import CanonicalJSON
import FoundationEssentials
import Web

extension KeptAccount {
    static let schema = Schema.named(
        "Account",
        .record([
            .init("id", .identifier),
            .init("isOwn", .flag, "Whether it is of the organisation whose token asks."),
            .init("isMadeUp", .flag, "Whether it was made up to show what the product does."),
            .init("current", .orNull(.integer(1...1_000_000)), "The number of the edition that readers see."),
            .init("draft", .orNull(.integer(1...1_000_000)), "The number of the draft, for its own organisation."),
            .init("withdrawal", .orNull(.record([.init("date", .moment), .init("reason", .text)]))),
            .init(
                "editions", .list(of: Edition.schema, most: 100_000),
                "Those that the one who asks may see, the first one first; none once it was withdrawn."),
        ]))

    var json: JSON {
        [
            "id": .string(id), "isOwn": .bool(isOwn), "isMadeUp": .bool(editions.contains(where: \.isMadeUp)),
            "current": current.map { .integer($0.number) } ?? .null,
            "draft": draft.map { .integer($0.number) } ?? .null,
            "withdrawal": withdrawal.map { ["date": .moment($0.date), "reason": .string($0.reason)] } ?? .null,
            // What was withdrawn is not to be read any more, here no more than on its page.
            "editions": .array(withdrawal == nil ? editions.map(\.json) : []),
        ]
    }
}

extension Edition {
    static let schema = Schema.named(
        "Edition",
        .record([
            .init("number", .integer(1...1_000_000)), .init("state", .choice(["draft", "published"])),
            .init("language", .text(2...3)), .init("title", .text), .init("provider", .orNull(.text)),
            .init("commissioner", .orNull(.text)), .init("service", .orNull(.text)), .init("period", .orNull(.text)),
            .init("finding", .text, "What was found, in two sentences."),
            .init("reason", .orNull(.text), "Why it corrects the edition before it."),
            .init("created", .moment), .init("published", .orNull(.moment)),
        ]))

    var json: JSON {
        [
            "number": .integer(number), "state": .string(state.rawValue), "language": .string(language),
            "title": .string(title), "provider": .text(provider), "commissioner": .text(commissioner),
            "service": .text(service), "period": .text(period), "finding": .string(finding), "reason": .text(reason),
            "created": .moment(created), "published": published.map(JSON.moment) ?? .null,
        ]
    }
}
