import FoundationEssentials
import Testing
import Web

@testable import Places

@Suite struct RoleMatrixTests {
    @Test func `each permission stands in the table once, and somebody has it`() {
        #expect(Set(RoleMatrix.lines.map(\.permission)).count == RoleMatrix.lines.count)
        #expect(RoleMatrix.lines.allSatisfy { !$0.roles.isEmpty })
    }

    @Test func `a facilitator has no part in an organisation's own affairs, and an owner has every part`() {
        #expect(RoleMatrix.permissions(of: [.facilitator]) == [.convene, .seePlace, .keepLists, .keepLanguage])
        let inside = Set(RoleMatrix.lines.map(\.permission)).subtracting([.convene, .keepLanguage])
        #expect(RoleMatrix.permissions(of: [.owner]) == inside)
    }

    @Test func `a reader changes nothing and sees no row about a person`() {
        #expect(RoleMatrix.permissions(of: [.reader]) == [.seeWork, .seeMembers, .seePlace])
    }

    @Test func `nobody has no permission`() {
        #expect(RoleMatrix.permissions(of: []).isEmpty)
    }
}
