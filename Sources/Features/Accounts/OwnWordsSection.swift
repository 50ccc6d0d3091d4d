/// The provider's own words, part by part in the order in which they are shown.
package struct OwnWordsSection: Sendable, Equatable {
    package var parts: [OwnWordsPart]
    /// Whether a story was told without consent, and so left out.
    package var leavesStoryOut: Bool

    package init(parts: [OwnWordsPart], leavesStoryOut: Bool) {
        self.parts = parts
        self.leavesStoryOut = leavesStoryOut
    }

    package subscript(topic: OwnWordsPart.Topic) -> String? { parts.first { $0.topic == topic }?.text }
}

package struct OwnWordsPart: Sendable, Equatable {
    /// The raw values are the names in the account's JSON.
    package enum Topic: String, Sendable, CaseIterable { case whatWeDid, story, whatWeLearned, whatNext }

    package var topic: Topic
    package var text: String

    package init(topic: Topic, text: String) {
        self.topic = topic
        self.text = text
    }
}
