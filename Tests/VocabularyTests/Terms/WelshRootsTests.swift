import Testing
@testable import Vocabulary

struct WelshRootsTests {
    // King, Modern Welsh, tables of initial mutations: cath, pen, tŷ, gwely, braich, dafad, mam, llyfr, rhaw in longer words.
    @Test(arguments: [
        ("gymuned", "cymuned"), ("nghymuned", "cymuned"), ("chymuned", "cymuned"), ("blentyn", "plentyn"),
        ("mhlentyn", "plentyn"), ("phlentyn", "plentyn"), ("deulu", "teulu"), ("nheulu", "teulu"), ("theulu", "teulu"),
        ("waith", "gwaith"), ("ngwaith", "gwaith"), ("fywyd", "bywyd"), ("mywyd", "bywyd"), ("ddysgu", "dysgu"),
        ("nysgu", "dysgu"), ("fenyw", "menyw"), ("les", "les"), ("lesiant", "llesiant"), ("ran", "ran"),
        ("rwydwaith", "rhwydwaith"),
    ])
    func `a word whose beginning has changed leads to the word`(changed: String, word: String) {
        #expect(welshRoots(of: Word(normal: changed)).contains(word))
    }

    @Test(arguments: [
        ("cymunedau", "cymuned"), ("gwasanaethau", "gwasanaeth"), ("ysgolion", "ysgol"), ("teuluoedd", "teulu"),
        ("gofalwyr", "gofalwr"), ("menywod", "menyw"), ("grwpiau", "grwp"), ("gymunedau", "cymuned"),
    ])
    func `a plural leads to one`(plural: String, word: String) {
        #expect(welshRoots(of: Word(normal: plural)).contains(word))
    }
}
