/// What the first page says of organisations that aren't in the place yet; the application tells it.
package struct Joining: Sendable {
    /// Where somebody can ask that theirs may join; nil where nobody could answer.
    package var address: @Sendable () async throws -> String?
    /// How many have asked and wait for an answer.
    package var waiting: @Sendable () async throws -> Int
    /// Where a facilitator answers.
    package var answers: String

    package init(
        address: @escaping @Sendable () async throws -> String?, waiting: @escaping @Sendable () async throws -> Int,
        answers: String
    ) {
        self.address = address
        self.waiting = waiting
        self.answers = answers
    }
}
