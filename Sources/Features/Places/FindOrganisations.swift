package import Lookup
package import Storage
import Vocabulary
package import Web
package import Words

/// Organisations, for the search of those who may see which ones are in the place.
package struct FindOrganisations: Searchable {
    private let services: Services
    private let place: String
    /// Where a reader learns more of an organisation.
    private let address: @Sendable (Organisation, Request) -> String

    package init(
        _ services: Services, place: String, address: @escaping @Sendable (Organisation, Request) -> String
    ) {
        self.services = services
        self.place = place
        self.address = address
    }

    package let kind = FindableKind.organisation
    package let heading: Phrase = "Organisations"

    package func entries(_ items: [String], for request: Request) async throws -> [String: SearchEntry] {
        guard request.reader.may(.seePlace) else { return [:] }
        let known = try await OrganisationStore(place: place).open(in: services.database.at(place))
        let wanted = Set(items)
        return known.reduce(into: [:]) { entries, organisation in
            guard wanted.contains(organisation.id) else { return }
            entries[organisation.id] = SearchEntry(
                title: organisation.name, language: nil, address: address(organisation, request))
        }
    }

    package func findables(
        after item: String, most: Int, in store: any Reading
    ) async throws -> (findables: [Findable], last: String?) {
        let known = try await OrganisationStore(place: place).open(in: store)
        return (known.filter { !$0.name.isEmpty }.map(\.findable), nil)
    }
}

extension Organisation {
    /// Strangers learn of organisations only by what these publish.
    var findable: Findable {
        Findable(.organisation, id, for: .members, labels: [Label(.preferred, Text(name, in: nil))])
    }
}
