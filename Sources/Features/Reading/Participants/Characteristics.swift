import Workbooks

/// Tells by its header that a column is about the person and not about a result.
enum Characteristics {
    static func isNamed(_ header: HeaderText) -> Bool {
        header.words.contains { words.contains($0) } || keys.contains(header.key)
    }

    /// Whether such a column may hold the names of people beside those of places: who referred somebody, say.
    static func mayHoldNames(_ header: HeaderText) -> Bool { header.words.contains { holders.contains($0) } }

    private static let holders: Set<String> = Set(
        ["referral", "referred", "referrer", "worker", "carer", "parent", "children", "team"].flatMap {
            HeaderText($0).words
        })

    private static let words: Set<String> = Set(
        [
            "age", "gender", "sex", "ethnicity", "ethnic", "race", "religion", "faith", "belief", "disability",
            "disabled",
            "impairment", "married", "marital", "marr", "schooling", "education", "educ", "qualification", "degree",
            "nodegree",
            "area", "ward", "borough", "district", "region", "locality", "neighbourhood", "town", "city", "county",
            "country",
            "constituency", "postcode", "referral", "referred", "referrer", "language", "household", "children",
            "dependants",
            "tenure", "nationality", "sexuality", "orientation", "veteran", "carer", "deprivation", "imd", "decile",
            "school",
            "site", "centre", "venue", "location", "team", "worker", "session", "sessions", "attended", "attendance",
            "visits",
            "hours", "black", "hisp", "hispanic", "white", "asian", "migrant", "refugee", "pregnant", "parent",
            "cohort", "intake",
            "oed", "oedran", "rhyw", "ardal",
        ].flatMap { HeaderText($0).words })

    private static let keys: Set<String> = Set(
        [
            "Employment status", "Work status", "Housing status", "Year group", "Living alone", "Lives alone",
            "Care leaver",
            "Long-term condition", "Health condition", "Band", "Group", "Programme", "Class", "Status", "Type",
        ].map { HeaderText($0).key })
}
