import HTML
import Testing
import Words

@testable import Renderings

@Suite struct CellTextTests {
    @Test(arguments: [
        ("Participants!G2:G49", "G2:G49"), ("Wow!!A2", "A2"), ("Go!Go!B3, n = 12", "B3"),
        ("People!D2:D13 where C = Yes!A9", "D2:D13"), ("the whole file", nil), ("Stop!", nil),
        ("Stop! Now", nil),
    ])
    func `the address of the cells is kept in one line`(text: String, address: String?) {
        #expect(CellText(text: text).address.map { String(text[$0]) } == address)
    }
}
