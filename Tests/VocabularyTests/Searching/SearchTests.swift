import Testing
@testable import Vocabulary

struct SearchTests {
    private let index = TermIndex(WordList.concepts)

    private func found(_ text: String, language: String = "en") async -> [Found] {
        await TermSearch(text, language: language).found(in: index, most: 20)
    }

    @Test(arguments: [
        ("loneliness", "Loneliness", Match.whole), ("LONELI", "Loneliness", .start),
        ("social iso", "Social isolation", .start),
        ("isolation", "Social isolation", .words), ("isolation soc", "Social isolation", .beginnings),
        ("group", "Group work", .start), ("neighbourhoods", "Neighbourhood", .stem), ("vcsee", "VCSE", .misspelling),
        ("befreinding", "Befriending", .misspelling), ("befrend", "Befriending", .misspelling),
        ("neigborh", "Neighbourhood", .misspelling), ("noledge", "Knowledge", .sound),
        ("wellbeing", "Well-being", .whole),
        ("groupwork", "Group work", .whole), ("mens sheds", "Men’s sheds", .whole), ("vcse", "VCSE", .whole),
        ("vcase", "VCSE", .misspelling), ("comm unity centre", "Community centre", .whole),
        ("mn in sheds", "Men in sheds", .misspelling),
        ("sroi", "SROI", .whole), ("olt age", "Old age", .misspelling), ("trydydd sector", "Y trydydd sector", .words),
        ("nghymuned", "Cymuned", .stem), ("gwerth gymdeithasol", "Gwerth cymdeithasol", .stem),
        ("ysgol", "Ysgolion", .start),
    ])
    func `anybody's words find the concept`(typed: String, term: String, match: Match) async {
        let first = await found(typed).first
        #expect(first?.term.words == term)
        #expect(first?.match == match)
        #expect(first?.missing == 0)
    }

    @Test func `first letters find what they stand for`() async {
        let mh = await found("mh")
        #expect(mh.first?.term.words == "Mental health")
        #expect(mh.first?.match == .abbreviation)
    }

    @Test func `words of one concept may stand in different terms of it`() async {
        let first = await found("loneliness isolation").first
        #expect(first?.item == 0)
        #expect(first?.missing == 0)
    }

    @Test func `the order of words makes no difference`() async {
        let one = await found("carers unpaid")
        let other = await found("unpaid carers")
        #expect(one.first?.item == other.first?.item)
    }

    @Test func `where nothing holds all words, what holds some is found`() async {
        let first = await found("loneliness zebra").first
        #expect(first?.term.words == "Loneliness")
        #expect(first?.missing == 1)
    }

    @Test func `a space that was left out is found`() async {
        let first = await found("mentalhealth").first
        #expect(first?.term.words == "Mental health")
        let inside = await found("mentalhealt").first
        #expect(inside?.term.words == "Mental health")
    }

    @Test func `only what was mended is said to be`() async {
        #expect(await found("befreinding").first?.mended == "befriending")
        #expect(await found("befrend").first?.mended == "befriending")
        #expect(await found("socail isolation").first?.mended == "social isolation")
        #expect(await found("befriending").first?.mended == nil)
        #expect(await found("schools").first?.mended == nil)
    }

    @Test func `a Welsh change of letters isn't looked for in English words`() async {
        let cold = await found("cold")
        #expect(cold.first?.term.words == "Cold homes")
        #expect(!cold.contains { $0.term.words == "Gold standard" && $0.match == .stem })
    }

    @Test func `the reader's language comes first among equals`() async {
        let index = TermIndex([
            [Label(.preferred, Text("Project", in: "en"))], [Label(.preferred, Text("Project", in: "cy"))],
        ])
        let welsh = await TermSearch("project", language: "cy").found(in: index, most: 5)
        let english = await TermSearch("project", language: "en").found(in: index, most: 5)
        #expect(welsh.map(\.item) == [1, 0])
        #expect(english.map(\.item) == [0, 1])
    }

    @Test func `preferred terms come before alternative ones, and these before hidden ones`() async {
        let kinds: [Label.Kind] = [.hidden, .alternative, .preferred]
        let index = TermIndex(kinds.map { [Label($0, Text("Respite", in: "en"))] })
        let found = await TermSearch("respite", language: "en").found(in: index, most: 5)
        #expect(found.map(\.item) == [2, 1, 0])
    }

    @Test(arguments: ["", " ", "!?", "the", "zzzzqqq", "\u{0}", "🧶"])
    func `what means nothing finds nothing, or little`(text: String) async {
        let found = await found(text)
        #expect(found.count <= 20)
        if NormalForm(text).words.isEmpty { #expect(found.isEmpty) }
    }
}
