import Workbooks
import FoundationEssentials
import Words

// The lines of the sheet `In our words`.
extension ColumnMeaning {
    package static let ownWords: [ColumnMeaning] = [
        ColumnMeaning(
            .whatWeDid, .ownWords, "What we did", "Your own account of the work, in a few sentences.",
            examples: [.text("Our volunteers visited older people at home, once a week, for a cup of tea and a talk.")],
            names: [
                "What we did", "What did we do", "What we do", "Our work", "What happened", "What did you do",
                "Description of work", "Summary of our work", "Beth wnaethom ni", "Yr hyn a wnaethom",
            ]),
        ColumnMeaning(
            .story, .ownWords, "One story", "One person’s story. It is left out unless the person agreed.",
            examples: [
                .text(
                    "One of the people we visit had not left home since the winter. In June she came to our summer lunch."
                )
            ],
            names: [
                "One story", "Story", "A story", "Case study", "One person's story", "Their story", "Stori", "Un stori",
                "Personal story", "Participant story", "Quote",
            ]),
        ColumnMeaning(
            .consent, .ownWords, "Consent given", "Yes, where the person agreed that the story may be told.",
            examples: [.text("Yes")],
            names: [
                "Consent given", "Consent given?", "Consent", "Permission", "Permission given",
                "Has consent been given",
                "Story consent", "Agreed to share", "Consent to share", "Caniatâd",
            ]),
        ColumnMeaning(
            .whatWeLearned, .ownWords, "What we learned", "What went differently from what you thought.",
            examples: [.text("Matching by interests works better than matching by street.")],
            names: [
                "What we learned", "What we learnt", "What did we learn", "Lessons", "Lessons learned", "Learning",
                "What have we learned", "Lessons learnt", "Beth ddysgon ni", "Yr hyn a ddysgom",
            ]),
        ColumnMeaning(
            .whatNext, .ownWords, "What we will do next", "What you will change.",
            examples: [.text("We will ask about interests at the first visit.")],
            names: [
                "What we will do next", "What next", "Next steps", "What will we do next", "What we'll do next",
                "What happens next", "Next", "Plans", "Future plans", "What will you do next", "Beth nesaf",
                "Yr hyn a wnawn nesaf",
            ]),
    ]
}
