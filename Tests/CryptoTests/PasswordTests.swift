import Testing

@testable import Crypto

@Suite struct PasswordTests {
    @Test(arguments: [
        "passwordpassword", "123456789012", "qwertyuiopas", "aaaaaaaaaaaaaaaa", "iloveyou1234", "Password1234",
        "letmeinletmein", "trustno1trustno1", "administrator", "manchesterunited", "1q2w3e4r5t6y", "Charity2026!!",
    ])
    func `what anyone would try first is refused`(password: String) {
        #expect(Password.fault(in: password, known: []) == .common)
    }

    @Test(arguments: [
        "my dog is called bess", "correct horse battery staple", "Jx8#kPq2vLm9", "dŵr oer o'r ffynnon ger y capel",
    ])
    func `a sentence of one's own will do, and so will chance`(password: String) {
        #expect(Password.fault(in: password, known: ["Ann Example"]) == nil)
    }

    @Test func `names that are known count as guessed`() {
        #expect(Password.fault(in: "kettleonbefriending", known: []) == nil)
        #expect(Password.fault(in: "kettleonbefriending", known: ["KettleOn Befriending"]) == .common)
    }

    @Test func `length is the only other rule`() {
        #expect(Password.fault(in: "Jx8#kPq2vLm", known: []) == .tooShort)
        #expect(Password.fault(in: "", known: []) == .tooShort)
        #expect(Password.fault(in: String(repeating: "Jx8#kPq2vLm9", count: 50), known: []) == .tooLong)
        #expect(Password.fault(in: "Jx8#kPq2vLm9\0\0\0", known: []) == nil)
    }

    @Test func `a hash is argon2id, differs each time, and fits its own password only`() throws {
        let hash = try #require(Password.hash("my dog is called bess"))
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(Password.hash("my dog is called bess") != hash)
        #expect(Password.verify("my dog is called bess", against: hash))
        #expect(!Password.verify("my dog is called Bess", against: hash))
        #expect(!Password.verify("my dog is called bess\0", against: hash))
        #expect(!Password.verify("", against: hash))
        #expect(!Password.verify("my dog is called bess", against: ""))
    }
}
