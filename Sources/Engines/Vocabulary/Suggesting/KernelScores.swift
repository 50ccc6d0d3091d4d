/// What texts like one say about each concept, by the concept's number.
struct KernelScores: Sendable {
    /// From title, description and formal part together.
    var whole: [Float]
    /// From the description alone.
    var description: [Float]
}
