import Testing

@testable import Configuration

@Suite struct DatabaseAddressTests {
    @Test(arguments: [
        ("postgres://kettle:hush@db.example.org:5432/outcomes", "postgres://kettle:…@db.example.org:5432/outcomes"),
        ("postgresql://kettle@/outcomes?host=/run/db&sslmode=verify-full", nil),
        (
            "postgres://h/o?user=kettle&password=hush&sslpassword=hush",
            "postgres://h/o?user=kettle&password=…&sslpassword=…"
        ),
        ("postgres://kettle:hush:hush@h", "postgres://kettle:…@h"), ("postgres://k:hu@sh@h/o", "postgres://…"),
        ("postgres://k:hu?sh@h/o", "postgres://…"), ("postgres://k@h/o?password=hu@sh", "postgres://…"),
        ("postgres://k:hu/sh@h/o?PASSWORD=hush", "postgres://k:…@h/o?PASSWORD=…"),
    ])
    func `an address is shown without its password`(text: String, shown: String?) throws {
        let address = try #require(DatabaseAddress(text))
        #expect("\(address)" == shown ?? text)
        #expect(String(reflecting: address) == shown ?? text)
        #expect(address.text == text)
    }

    @Test(arguments: [
        "", "postgres://", "host=db password=hush", "mysql://a:hush@b/c", "postgres://a b", " postgres://a", "\0",
    ])
    func `what is no address of PostgreSQL is refused, and not repeated`(text: String) throws {
        #expect(DatabaseAddress(text) == nil)
        guard !text.isEmpty else { return }
        let error = try #require(throws: SettingsError.self) {
            _ = try Settings(environment: ["OUTCOMES_HOME": "/", "OUTCOMES_DATABASE": text])
        }
        #expect(error.description.contains("OUTCOMES_DATABASE can’t be read"))
        #expect(!error.description.contains("hush"))
    }

    @Test func `the settings in force are listed without passwords`() throws {
        let settings = try Settings(environment: [
            "OUTCOMES_HOME": "/", "OUTCOMES_DATABASE": "postgres://a:hush@h/o",
            "OUTCOMES_DATABASE_OWNER": "postgres://b:hush@h/o", "OUTCOMES_MAIL": "smtp://c:hush@h",
            "OUTCOMES_SIGN_IN": "https://id.example.org", "OUTCOMES_SIGN_IN_SECRET": "hush",
        ])
        let values = settings.inForce.filter(\.setting.isSecret).map(\.value)
        #expect(values == ["postgres://a:…@h/o", "postgres://b:…@h/o", "smtp://c:…@h:587", "…"])
        #expect(!"\(settings)".contains("hush"))
    }
}
