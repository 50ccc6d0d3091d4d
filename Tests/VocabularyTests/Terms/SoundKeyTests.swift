import Testing
@testable import Vocabulary

struct SoundKeyTests {
    // As the Python package jellyfish 1.2 writes them, but for words with sc, sch, rh, gn or gh, where programs differ.
    @Test(arguments: [
        ("loneliness", "LNLNS"), ("befriending", "BFRNTNK"), ("knight", "NT"), ("physical", "FSKL"),
        ("chemistry", "XMSTR"), ("thumb", "0M"), ("wrestle", "RSTL"), ("community", "KMNT"), ("housing", "HSNK"),
        ("exercise", "EKSRSS"), ("phonics", "FNKS"), ("judge", "JJ"), ("edge", "EJ"), ("nation", "NXN"),
        ("special", "SPXL"), ("anxiety", "ANKST"), ("night", "NT"), ("which", "WX"), ("xylophone", "SLFN"),
        ("judgement", "JJMNT"), ("accident", "AKSTNT"), ("cycle", "SKL"), ("yellow", "YL"), ("whale", "WL"),
        ("pneumonia", "NMN"), ("wellbeing", "WLBNK"), ("quality", "KLT"), ("voluntary", "FLNTR"),
        ("unemployment", "UNMPLMNT"),
    ])
    func `words sound as another program says they do`(word: String, key: String) {
        #expect(soundKey(of: Word(normal: word)) == key)
    }

    @Test(arguments: [
        ("counselling", "kounseling"), ("physical", "fisikal"), ("knowledge", "noledge"), ("wellbeing", "welbeing"),
    ])
    func `words that sound alike have the same key`(one: String, other: String) {
        #expect(soundKey(of: Word(normal: one)) == soundKey(of: Word(normal: other)))
    }

    @Test(arguments: ["δήμος", "16", "", "abc1"])
    func `what isn't written in plain letters has no sound`(word: String) {
        #expect(soundKey(of: Word(normal: word)) == nil)
    }
}
