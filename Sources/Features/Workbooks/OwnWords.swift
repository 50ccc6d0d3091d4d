/// The provider's own words from the sheet `In our words`. `story` is nil unless its row says that consent was given.
package struct OwnWords: Sendable, Equatable {
    package var whatWeDid: String?
    package var story: String?
    package var storyLeftOut: Bool
    package var whatWeLearned: String?
    package var whatNext: String?

    package init(
        whatWeDid: String? = nil, story: String? = nil, storyLeftOut: Bool = false, whatWeLearned: String? = nil,
        whatNext: String? = nil
    ) {
        self.whatWeDid = whatWeDid
        self.story = story
        self.storyLeftOut = storyLeftOut
        self.whatWeLearned = whatWeLearned
        self.whatNext = whatNext
    }
}
