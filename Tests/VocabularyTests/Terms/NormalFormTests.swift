import Testing
@testable import Vocabulary

struct NormalFormTests {
    @Test(arguments: [
        ("Men’s Sheds", "mens sheds"), ("  Well-being  ", "well being"), ("V.C.S. & VCSE", "vcs and vcse"),
        ("Llŷn, tŷ a gŵr", "llyn ty a gwr"), ("CAFÉ cafe\u{301}", "cafe cafe"),
        ("straße Łódź œuvre", "strasse lodz oeuvre"),
        ("ﬁnance Ｗｉｄｅ", "finance wide"), ("co\u{AD}operate", "cooperate"), ("Ages 16–24", "ages 16 24"),
        ("Δήμος", "δήμος"), ("", ""), ("—!?", ""), ("e.g. this. That", "eg this that"),
    ])
    func `case, accents and punctuation make no difference`(text: String, form: String) {
        #expect(String(decoding: NormalForm(text).bytes, as: UTF8.self) == form)
    }

    @Test func `a normal form stays as it is, whatever was typed`() {
        var generator = Typing(seed: 1)
        for _ in 0..<3000 {
            let form = NormalForm(generator.anything(most: 40))
            let text = String(decoding: form.bytes, as: UTF8.self)
            #expect(NormalForm(text) == form)
            #expect(!text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  "))
        }
    }

    @Test func `a text of any length is cut before it costs anything`() {
        let form = NormalForm(String(repeating: "a", count: 1_000_000))
        #expect(form.bytes.count == NormalForm.longest)
    }
}
