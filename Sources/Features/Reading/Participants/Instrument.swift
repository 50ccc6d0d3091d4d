import Workbooks

/// Known questionnaires: which end is better, and the change that matters by the instrument's own threshold.
///
/// - Source: the publishers' own guidance (PHQ-9: 5 to 6 points, Kroenke 2001 and Löwe 2004; GAD-7: 4; WHO-5: 10 of 100). Thresholds that the instrument's publisher does not agree on are nil, and
///   half a standard deviation stands in for them.
struct Instrument: Sendable {
    let higherIsBetter: Bool
    let threshold: Double?
    /// What raw totals are turned into before they are averaged; nil where they are averaged as they are.
    var metric: MetricScores?

    /// The instrument that a score's name speaks of; nil for other names.
    static func named(_ name: String) -> Instrument? {
        let words = key(name)
        return table.first { words.contains($0.key) }?.instrument
    }

    private static func key(_ name: String) -> String { HeaderText(name).fullKey.replacing(" ", with: "") }

    /// Longer names first, so that SWEMWBS is not taken for WEMWBS.
    private static let table: [(key: String, instrument: Instrument)] =
        ([
            ("SWEMWBS", Instrument(higherIsBetter: true, threshold: 3, metric: .swemwbs)),
            ("Short Warwick", Instrument(higherIsBetter: true, threshold: 3, metric: .swemwbs)),
            ("WEMWBS", Instrument(higherIsBetter: true, threshold: nil)),
            ("PHQ-9", Instrument(higherIsBetter: false, threshold: 6)),
            ("GAD-7", Instrument(higherIsBetter: false, threshold: 4)),
            ("WHO-5", Instrument(higherIsBetter: true, threshold: 10)),
            ("CORE-10", Instrument(higherIsBetter: false, threshold: nil)),
            ("Rosenberg", Instrument(higherIsBetter: true, threshold: nil)),
            ("Self-efficacy", Instrument(higherIsBetter: true, threshold: nil)),
            ("UCLA", Instrument(higherIsBetter: false, threshold: nil)),
        ] as [(String, Instrument)]).map { (key($0), $1) }
}

/// Which end of a score is the better one, as far as its name tells.
enum Direction {
    static func higherIsBetter(_ name: String) -> Bool {
        let plain = name.lowercased()
        if plain.contains("lower is better") || plain.contains("lower = better") { return false }
        if plain.contains("higher is better") || plain.contains("higher = better") { return true }
        if let known = Instrument.named(name) { return known.higherIsBetter }
        let words = Set(HeaderText(name).words)
        if !words.isDisjoint(with: mastered) { return true }
        return words.isDisjoint(with: worse)
    }

    /// "Confidence in managing debt" is better when it is higher, debt or not.
    private static let mastered = stems([
        "confidence", "confident", "ability", "able", "manage", "managing", "coping", "cope", "control", "satisfaction",
        "resilience", "recovery", "relief", "reduced", "free", "hyder",
    ])

    private static let worse = stems([
        "lonely", "loneliness", "isolated", "isolation", "anxiety", "anxious", "depression", "depressed", "distress",
        "stress",
        "stressed", "worry", "worried", "debt", "debts", "arrears", "owed", "pain", "symptom", "symptoms", "problem",
        "problems",
        "admission", "admissions", "offence", "offences", "offending", "reoffending", "conviction", "convictions",
        "arrest",
        "arrests", "absence", "absences", "truancy", "exclusion", "exclusions", "falls", "smoking", "cigarettes",
        "alcohol",
        "drinking", "drug", "hospital", "ambulance", "crisis", "risk", "harm", "difficulties", "fear", "homeless",
        "unemployed",
        "unigrwydd", "gorbryder", "dyled",
    ])

    private static func stems(_ words: [String]) -> Set<String> { Set(words.flatMap { HeaderText($0).words }) }
}
