import Workbooks
import FoundationEssentials
import Words

// The columns of the participants' sheet. Scores and characteristics have names of the provider's own, so few are listed.
extension ColumnMeaning {
    package static let participants: [ColumnMeaning] = [
        ColumnMeaning(
            .person, .participants, "Person",
            "A code for each person, never a name. The same code on two dates means before and after.",
            examples: (1...12).map { .code("P-" + ($0 < 10 ? "0" : "") + String($0)) },
            names: [
                "Person", "Person ID", "Participant", "Participant ID", "ID", "Ref", "Reference", "Client", "Client ID",
                "Client no.", "Client number", "Client ref", "Case number", "Case ref", "Case ID", "Service user",
                "Service user ID", "Unique ID", "UID", "UPN", "URN", "Person ref", "Participant number", "Record ID",
                "Learner ID", "Member ID", "Member number", "Pseudonym", "Code", "Respondent", "Respondent ID",
                "Beneficiary ID", "User ID", "Unique reference", "Young person", "Person number", "Personal code",
                "Rhif",
                "Cyfranogwr",
            ], loose: ["Number", "No.", "Case", "User", "Key", "Member", "Learner", "Beneficiary"]),
        ColumnMeaning(
            .comparisonGroup, .participants, "On the programme?",
            "Yes for people on the programme, No for people you compare them with. Leave it out if you compare with nobody.",
            template: false,
            names: [
                "On the programme?", "On programme", "In the programme", "Programme or comparison", "Comparison group",
                "Comparison", "Control", "Control group", "Treatment", "Treated", "Treat", "Treatment group",
                "Intervention", "Intervention group", "Intervention or control", "Treatment or control", "Study group",
                "Waiting list", "Waitlist", "Wait list", "On waiting list", "On the waiting list", "Allocation",
                "Allocated to", "Randomised to", "Randomisation", "Trial group",
                "Took part", "Took part in the programme", "Attended programme", "Attended the programme",
                "Joined the programme", "Enrolled on the programme", "Received the programme",
                "Received intervention", "Received service", "Received support", "Supported", "Arm", "Trial arm",
                "Ar y rhaglen",
            ], loose: ["Group", "Programme", "Cohort", "Condition"]),
        ColumnMeaning(
            .date, .participants, "Date", "The date on which the person was asked.", template: false,
            names: [
                "Date", "Date of measurement", "Date completed", "Date of assessment", "Assessment date", "Survey date",
                "Date of survey", "Completed on", "Date of response", "Response date", "Measurement date", "Timestamp",
                "Submission date", "Date of review", "Review date", "Session date", "Date recorded", "Interview date",
                "Dyddiad",
            ]),
        ColumnMeaning(
            .timePoint, .participants, "Before or after", "Whether the line was taken before or after.",
            template: false,
            names: [
                "Before or after", "Before/after", "Pre/post", "Pre or post", "Time point", "Timepoint", "Wave",
                "Stage",
                "Survey stage", "Assessment point", "Point in time", "Assessment type", "Survey type", "Survey",
                "Assessment", "Measurement point", "Session number", "Week number", "Visit number", "Review number",
                "Assessment number", "Wave number", "Month number", "Quarter", "Reporting quarter",
            ]),
        ColumnMeaning(
            .before, .participants, "Loneliness before",
            "A score at the start. Its name before or after the word before is the name of the score.",
            choice: "A score before",
            examples: [8, 7, 9, 6, 8, 7, 9, 5, 6, 8, 7, 9].map { .number($0) }),
        ColumnMeaning(
            .after, .participants, "Loneliness after",
            "The same score at the end. Leave it empty where you do not know it.",
            choice: "The same score after",
            examples: [5, 6, 6, 6, 5, 4, 7, 5, 4, 6].map { .number($0) } + [.blank, .number(7)]),
        ColumnMeaning(
            .score, .participants, "A score or amount", "A result with one value, or with one value on each date.",
            template: false, names: ["Score", "Total score", "Result"]),
        ColumnMeaning(
            .scoreName, .participants, "Name of the score",
            "What each line measured, where a person has a line for each score.", template: false),
        ColumnMeaning(
            .characteristic, .participants, "Age",
            "Something about the person that is not a result, such as age, gender or area.",
            choice: "About the person",
            examples: [78, 81, 69, 74, 85, 79, 90, 72, 77, 83, 80, 76].map { .number($0) }),
        ColumnMeaning(
            .leftUnread, .participants, "Left unread",
            "A column that may tell who somebody is. We do not read it and keep nothing of it.", template: false),
        ColumnMeaning(
            .calculated, .participants, "Worked out by us", "A column that we work out again, so we do not read it.",
            template: false,
            names: [
                "Change", "Difference", "Distance travelled", "Improvement", "Improved?", "Improved", "Score change",
                "Change in score", "Movement", "Progress",
            ]),
        ColumnMeaning(
            .notUsed, .participants, "Not used", "A column that the account does not need.", template: false,
            names: ["Row", "Line", "Index", "S/N", "Serial"]),
    ]
}
