import Testing
import Web

@testable import Imports

struct LookingAgainTests {
    @Test func `what came too late is tried anew, and what is always too late is given up`() async throws {
        var tries = 0
        let value = try await ChooseMeanings.lookingAgain {
            tries += 1
            return tries < 4 ? nil : tries
        }
        #expect(value == 4)
        tries = 0
        await #expect(throws: Problem.busy) {
            _ = try await ChooseMeanings.lookingAgain { () -> Int? in
                tries += 1
                return nil
            }
        }
        #expect(tries == 10)
    }
}
