import Workbooks

/// The words by which people say who is on a programme and who is compared with them.
enum GroupWords {
    enum Meaning: Sendable { case programme, comparison }

    /// - Parameter isReversed: Whether the header asks about the comparison, so that "yes" means comparison.
    static func meaning(_ text: String, isReversed: Bool) -> Meaning? {
        let plain = text.lowercased()
        if yes.contains(plain) { return isReversed ? .comparison : .programme }
        if no.contains(plain) { return isReversed ? .programme : .comparison }
        let key = HeaderText(text).key
        if comparison.contains(key) { return .comparison }
        if deniesProgramme(plain) { return .comparison }
        if programme.contains(key) { return .programme }
        // "Waitlist control", "Leeds waiting list (no service yet)": a word for the comparison outweighs one for the programme.
        let words = Set(HeaderText(text).words)
        if !words.isDisjoint(with: comparing) { return .comparison }
        return words.isDisjoint(with: programmeWords) ? nil : .programme
    }

    /// `No intervention`, `Non-programme group`, `Did not receive support`: not on the programme, in a word for it.
    private static func deniesProgramme(_ plain: String) -> Bool {
        let words = plain.split { !$0.isLetter }.map(String.init)
        guard let at = words.firstIndex(where: denials.contains), at < 2 else { return false }
        let rest = HeaderText(words[(at + 1)...].joined(separator: " "))
        return programme.contains(rest.key) || !programmeWords.isDisjoint(with: rest.words)
    }

    private static let denials: Set<String> = ["no", "non", "not", "never", "without"]

    /// Whether a line says that people are on a programme or compared with: `Control group`, `Programme`.
    static func namesGroup(_ text: String) -> Bool {
        let plain = text.lowercased()
        return !yes.contains(plain) && !no.contains(plain) && meaning(text, isReversed: false) != nil
    }

    /// Whether a column of such values can tell the groups: one with a telling header may have two values of its own.
    static func suits(_ texts: [String], isNamed: Bool) -> Bool {
        let known = texts.compactMap { meaning($0, isReversed: false) }.count
        if isNamed { return known * 2 >= texts.count || texts.count == 2 }
        if areSwitch(texts) { return true }
        let saysMore = texts.allSatisfy { !yes.contains($0.lowercased()) && !no.contains($0.lowercased()) }
        return saysMore && known == texts.count
            && Set(texts.compactMap { meaning($0, isReversed: false) }).count == 2
    }

    /// Whether only 0 and 1 stand there. Under a heading such as `Group` either may be the programme.
    static func areSwitch(_ texts: [String]) -> Bool { Set(texts) == ["0", "1"] }

    /// Whether a column holds a word for the programme and one for the comparison, and nothing else.
    static func areBothGroups(_ texts: [String]) -> Bool {
        texts.count == 2 && !areSwitch(texts) && suits(texts, isNamed: false)
    }

    static func isReversed(_ header: String) -> Bool {
        let words = Set(HeaderText(header).words)
        let asksForComparison = !words.isDisjoint(with: reversing)
        return asksForComparison && words.isDisjoint(with: programmeWords)
    }

    private static let yes: Set<String> = ["yes", "y", "true", "1", "ie", "ydy", "oes"]
    private static let no: Set<String> = ["no", "n", "false", "0", "nac ydy", "nac oes"]
    private static let reversing = comparing
    private static let programmeWords = Set(
        ["programme", "treatment", "intervention", "treat", "treated", "active"].map { HeaderText($0).key })
    /// Words that make any label one of people who are compared with.
    private static let comparing = Set(
        ["comparison", "comparator", "control", "controls", "waitlist", "waitlisted", "waiting", "untreated"].map {
            HeaderText($0).key
        })

    private static let programme: Set<String> = Set(
        [
            "Programme", "Program", "On the programme", "Treatment", "Treated", "Treat", "Intervention", "Participant",
            "Participants", "Supported", "Service", "Project", "Programme group", "Treatment group",
            "Intervention group",
            "Service user", "Received support", "Receive support", "Received service", "Receive service", "Attended",
            "Enrolled", "Rhaglen", "Experimental",
        ].map { HeaderText($0).key })
    private static let comparison: Set<String> = Set(
        [
            "Comparison", "Control", "Controls", "Comparison group", "Control group", "Not on the programme",
            "Untreated",
            "Not treated", "Waiting list", "Wait list", "Usual care", "No programme", "Comparator", "Non-participant",
            "Cymhariaeth",
            "Not supported",
        ].map { HeaderText($0).key })
}
