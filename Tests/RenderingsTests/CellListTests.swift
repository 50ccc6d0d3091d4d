import Testing

@testable import Renderings

@Suite struct CellListTests {
    @Test(arguments: [
        ([], ""),
        (["Value map!C2"], "Value map!C2"),
        (["Value map!G2", "Value map!J2", "Value map!K2"], "Value map!G2, J2, K2"),
        (["Value map!G2", "Other!J2", "Value map!K2"], "Value map!G2; Other!J2; Value map!K2"),
        (["People!D2:D13, n = 12", "People!E2:E13, n = 12"], "People!D2:D13, n = 12; People!E2:E13, n = 12"),
        (["Yes!A2", "Yes!B2:B9 where C = Yes"], "Yes!A2; Yes!B2:B9 where C = Yes"),
        (["Wow!!A2", "Wow!!B2"], "Wow!!A2, B2"),
    ])
    func `cells of one sheet name it once`(cells: [String], list: String) {
        #expect(cellList(cells) == list)
    }
}
