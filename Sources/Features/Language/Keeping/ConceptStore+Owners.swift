import Places
package import Storage

extension ConceptStore {
    /// Whose lists these are, by the number of the scheme; the place's own are nobody's.
    package func owners(
        of schemes: [KeptScheme], in store: any Reading
    ) async throws(StorageError) -> [Int: String] {
        var names: [String: String] = [:]
        for id in Set(schemes.compactMap(\.organisation)) {
            names[id] = try await OrganisationStore(place: place).find(id, in: store)?.name
        }
        return schemes.reduce(into: [:]) { owners, scheme in
            owners[scheme.number] = scheme.organisation.flatMap { names[$0] }
        }
    }
}
