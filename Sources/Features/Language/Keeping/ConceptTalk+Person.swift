package import FoundationEssentials
package import Storage

extension ConceptTalk {
    /// So much of one person is looked at.
    private static let mostOfPerson = 2_000

    /// What a person said about concepts and which words they proposed, the newest first.
    package func said(
        by person: String, in store: any Reading
    ) async throws(StorageError) -> [(text: String, concept: Int, moment: Date)] {
        try await store.rows(
            """
            SELECT text, concept, created FROM (
                SELECT said AS text, concept, created FROM concept_comment
                    WHERE place = \(place) AND author = \(person)
                UNION ALL
                SELECT words AS text, concept, created FROM proposed_word
                    WHERE place = \(place) AND author = \(person)
            ) AS said ORDER BY created DESC, concept, text LIMIT \(Self.mostOfPerson)
            """
        ) { (text: try $0.column(0), concept: try $0.column(1), moment: try $0.column(2)) }
    }
}
