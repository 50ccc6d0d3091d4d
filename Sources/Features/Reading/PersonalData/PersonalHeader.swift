import Workbooks

/// Tells columns about who people are by their headers: names, addresses, birth dates, NHS numbers, telephone, e-mail.
enum PersonalHeader {
    /// How well such a column would tell rows of one person together, if it must: a number or an address before a name.
    enum Kind: Int, Sendable { case number, mail, name, other }

    static func kind(_ header: HeaderText) -> Kind? {
        let words = Set(header.words)
        if !words.isDisjoint(with: numbers) || numberKeys.contains(header.key) { return .number }
        if !words.isDisjoint(with: mails) { return .mail }
        if !words.isDisjoint(with: parts) { return nil }
        if !words.isDisjoint(with: nameWords), words.isDisjoint(with: things) { return .name }
        if !words.isDisjoint(with: others) || otherKeys.contains(header.key) || otherKeys.contains(header.fullKey) {
            return .other
        }
        return nil
    }

    /// Whether the heading asks who works with the person: the answer is somebody's name, on as many rows as they have cases.
    static func asksWhoWorks(_ header: HeaderText) -> Bool {
        header.words.contains { workers.contains($0) } && header.words.allSatisfy { !things.contains($0) }
    }

    private static let workers = stems([
        "worker", "keyworker", "caseworker", "adviser", "advisor", "mentor", "coach", "counsellor", "therapist",
        "befriender",
        "tutor", "teacher", "navigator", "coordinator", "practitioner", "assessor", "officer", "referrer", "gweithiwr",
    ])

    private static func stems(_ words: [String]) -> Set<String> {
        Set(words.flatMap { HeaderText($0).words })
    }

    private static func keys(_ texts: [String]) -> Set<String> { Set(texts.map { HeaderText($0).key }) }

    private static let numbers = stems(["NHS", "NINO", "passport", "CHI"])
    private static let numberKeys = keys([
        "NI number", "National insurance number", "National insurance", "Hospital number", "SSN",
    ])
    private static let mails = stems(["email", "mail", "ebost"])
    private static let nameWords = stems([
        "name", "names", "forename", "surname", "firstname", "lastname", "fullname", "nickname", "enw",
        "cyfenw",
    ])
    /// Things that have names too.
    private static let things = stems([
        "school", "programme", "project", "organisation", "service", "provider", "group", "area", "ward", "team",
        "course", "site",
        "centre", "venue", "borough", "district", "scheme", "activity", "score", "measure", "college", "employer",
        "agency",
    ])
    private static let others = stems([
        "address", "street", "postcode", "zip", "phone", "telephone", "mobile", "landline", "tel", "birth", "birthdate",
        "birthday", "dob", "born", "signature", "photo", "kin", "cyfeiriad", "ffon", "geni", "twitter", "facebook",
        "instagram",
        "whatsapp", "surgery", "guardian",
    ])
    private static let otherKeys = keys([
        "Post code", "Initials", "Contact", "Contact number", "Contact details", "Emergency contact", "GP", "Doctor",
        "House number",
        "Sort code", "Account number", "Bank account", "D.O.B.", "D O B", "IP", "Cod post", "Social media", "Comments",
        "Notes",
        "Case notes", "Free text", "Feedback", "Quote", "Anything else",
    ])
    /// A part of a postcode is an area.
    private static let parts = stems(["district", "sector", "outward", "decile"])
}
