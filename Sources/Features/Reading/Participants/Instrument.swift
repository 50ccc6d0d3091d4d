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
            ("De Jong Gierveld", Instrument(higherIsBetter: false, threshold: nil)),
            ("Edinburgh Postnatal", Instrument(higherIsBetter: false, threshold: nil)),
            ("Perceived stress", Instrument(higherIsBetter: false, threshold: nil)),
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
        if worsePhrases.contains(where: plain.contains) || isProblemOfEQ5D(words) { return false }
        // `GAD3`, `K10`: an instrument's name with the number of its question or its questions.
        let names = plain.split { !$0.isLetter && !$0.isNumber }
            .map { String($0.prefix { !$0.isNumber }) }
        return words.isDisjoint(with: worse) && !names.contains(where: worseInstruments.contains)
            && !plain.split { !$0.isLetter && !$0.isNumber }.contains(where: kessler.contains)
    }

    private static let worsePhrases = [
        "a&e", "a & e", "left out", "sleeping rough", "slept rough", "days off", "drop-out", "dropped out",
        "low mood", "lack of ", "lack companionship", "you lack", "out of work",
    ]
    private static let worseInstruments: Set<String> = ["gad", "phq", "wsas", "epds", "hads", "ptsd", "pcl", "pss"]
    private static let kessler: Set<Substring> = ["k6", "k10"]

    /// The five questions of EQ-5D count problems; its index and its scale from 0 to 100 count health.
    private static func isProblemOfEQ5D(_ words: Set<String>) -> Bool {
        words.contains("eq") && words.contains("5d") && !words.isDisjoint(with: questionsOfEQ5D)
    }

    private static let questionsOfEQ5D = stems(["mobility", "care", "activities", "pain", "discomfort", "anxiety"])

    /// "Confidence in managing debt" is better when it is higher, debt or not.
    private static let mastered = stems([
        "confidence", "confident", "ability", "able", "manage", "managing", "coping", "cope", "control", "satisfaction",
        "resilience", "recovery", "relief", "reduced", "free", "freedom", "without", "skill", "skills", "knowledge",
        "understanding", "awareness", "dealing", "deal", "hyder",
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
        "unemployed", "unemployment", "hopelessness", "hopeless", "helplessness", "difficulty", "burnout", "burden",
        "conflict", "conflicts", "violence", "abuse", "aggression", "anger", "sick", "sickness", "insomnia", "fatigue",
        "tiredness", "exhaustion", "breathlessness", "suicidal", "overdose", "overdoses", "relapse", "relapses",
        "craving", "cravings", "gambling", "bullying", "bullied", "victimisation", "crime", "crimes", "eviction",
        "evictions", "hunger", "hungry", "poverty", "incidents", "sanctions", "detentions", "suspensions", "stigma",
        "panic", "sadness", "boredom", "shame", "guilt", "overwhelmed", "negative", "unhappy", "unhappiness", "unsafe",
        "missed", "lateness", "injuries", "barriers", "neet", "depressive",
        "unigrwydd", "gorbryder", "dyled",
    ])

    private static func stems(_ words: [String]) -> Set<String> { Set(words.flatMap { HeaderText($0).words }) }
}
