import CanonicalJSON
import FoundationEssentials
import Places
import Storage
import Web
import Words

/// Organisations and people for programs, from the same stores as the pages.
struct PeopleAPI: Sendable {
    let place: String
    let database: any Database
    let clock: @Sendable () -> Date

    private static let group = "organisations"

    var routes: [Route] {
        [
            Route(
                .get, PeopleAPIPath.organisations.url, access: .may(.seePlace), operation: Self.listing, handler: list),
            Route(.get, PeopleAPIPath.own.url, access: .may(.seePlace), operation: Self.showing, handler: show),
            Route(
                .get, PeopleAPIPath.people.url, access: .may(.seeMembers), operation: Self.listingPeople,
                handler: listPeople),
        ]
    }

    private static let organisation = Schema.named(
        "Organisation",
        .record([
            .init("id", .identifier), .init("name", .text),
            .init("isMadeUp", .flag, "Whether it was made up to show what the product does."),
        ]))

    private static let listing = Operation(
        "listOrganisations", in: group, "Lists the organisations of the place, in the order in which they came",
        query: [.page], answers: [.init(200, "A page of the list.", .page(of: organisation))])

    private static let showing = Operation(
        "readOwnOrganisation", in: group, "Reads for which organisation a token works, and what it may do",
        answers: [
            .init(
                200, "The organisation.",
                .named(
                    "OwnOrganisation",
                    .record([
                        .init("id", .identifier), .init("name", .text),
                        .init(
                            "may", .list(of: .choice(RoleMatrix.lines.map(\.permission.name)), most: 100),
                            "What the one who asks may do."),
                    ])))
        ])

    private static let listingPeople = Operation(
        "listPeople", in: group, "Lists who belongs to one’s own organisation, and what each is in it",
        query: [.page],
        answers: [
            .init(
                200, "A page of the list.",
                .page(
                    of: .named(
                        "Member",
                        .record([
                            .init("id", .identifier), .init("name", .text), .init("email", .text),
                            .init("role", .choice(Role.inOrganisation.map(\.rawValue))), .init("since", .moment),
                            .init(
                                "programme", .orNull(.text),
                                "The one programme that they see, and only read; null for all of the organisation."),
                            .init(
                                "until", .orNull(.moment),
                                "The moment from which it is over, where it ends: the midnight after the last day."),
                            .init("lastDay", .orNull(.day), "The last day, where it ends."),
                        ]))))
        ])

    private func list(_ request: Request) async throws -> Reply {
        let page = try await OrganisationStore(place: place).named(page: request.pageNumber ?? 1, in: database)
        return .json(
            page.json { item in
                ["id": .string(item.id), "name": .string(item.name), "isMadeUp": .bool(item.isMadeUp)]
            })
    }

    private func show(_ request: Request) async throws -> Reply {
        _ = try request.organisation()
        guard let organisation = request.reader.organisation else { throw Problem.notAllowed }
        let may = request.reader.permissions.map(\.name).sorted()
        return .json([
            "id": .string(organisation.id), "name": .string(organisation.name),
            "may": .array(may.map(JSON.string)),
        ])
    }

    private func listPeople(_ request: Request) async throws -> Reply {
        let now = clock()
        let members = try await PeopleStore(place: place).members(of: try request.organisation(), in: database)
            .filter { $0.isInForce(at: now) }
        let number = request.pageNumber ?? 1
        let page = PageOf(Array(members.dropFirst(PageOf<Membership>.skipped(before: number))), number: number)
        return .json(
            page.json { member in
                [
                    "id": .string(member.person.id), "name": .string(member.person.name),
                    "email": .string(member.person.email.text), "role": .string(member.role.rawValue),
                    "programme": member.programme.map { .string($0.name) } ?? .null,
                    "since": .moment(member.since), "until": member.until.map(JSON.moment) ?? .null,
                    "lastDay": member.lastDay.map { .string($0.description) } ?? .null,
                ]
            })
    }
}

/// The addresses of organisations and people for programs.
enum PeopleAPIPath {
    case organisations
    /// The organisation that the one who asks acts for.
    case own
    case people

    var url: String {
        switch self {
        case .organisations: "\(Operation.rootURL)/organisations"
        case .own: "\(Operation.rootURL)/organisation"
        case .people: "\(PeopleAPIPath.own.url)/people"
        }
    }
}
