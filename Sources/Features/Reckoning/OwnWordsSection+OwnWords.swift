import Accounts
import Workbooks

extension OwnWordsSection {
    init(_ words: OwnWords) {
        let parts: [(OwnWordsPart.Topic, String?)] = [
            (.whatWeDid, words.whatWeDid), (.story, words.story), (.whatWeLearned, words.whatWeLearned),
            (.whatNext, words.whatNext),
        ]
        self.init(
            parts: parts.compactMap { topic, text in text.map { OwnWordsPart(topic: topic, text: $0) } },
            leavesStoryOut: words.storyLeftOut)
    }
}
