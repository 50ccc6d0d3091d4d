import Configuration
import Drivers
import FoundationEssentials
import Places
import Retention
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

@Suite(.onEveryDriver) struct ServedPlacesTests {
    private static let north = "north.example.org"

    @Test func `a place that is added is served at its address, and nothing of one place opens anything in the other`()
        async throws
    {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let (north, link) = try await visitor.addNorth()
        #expect(try await visitor.ask("GET", link, as: .stranger).text.contains("PLA-001"), "the other place's link")
        let own = "/owner?key=\(visitor.installation.services.key.linkKey)"
        #expect(try await visitor.ask("GET", own, as: .stranger, host: Self.north).text.contains("PLA-001"))
        let founding = try await visitor.ask("GET", link, as: .stranger, host: Self.north).text
        #expect(founding.contains("You have the owner’s link") && !founding.contains("You run this server"))
        // The same address is somebody else there.
        let ann = try await visitor.foundNorth(link)
        let me = try await visitor.ask("GET", "/me", as: ann, host: Self.north)
        #expect(me.text.contains("Ann North") && me.text.contains("Northern Hands"))
        #expect(try await visitor.ask("GET", item, as: ann, host: Self.north).status == 404)
        #expect(try await visitor.ask("GET", "/me", as: ann).status == 403)
        #expect(try await visitor.ask("GET", "/me", host: Self.north).status == 403, "the first place's founder")
        #expect(try await visitor.ask("GET", "/me").text.contains("Ann Founder"))
        #expect(north == "north")
        await visitor.close()
    }

    @Test func `the work of each place is done with its own secrets, and its accounts stand in its own list`()
        async throws
    {
        let visitor = try await Visitor()
        let home = try await visitor.published()
        let (_, link) = try await visitor.addNorth()
        let ann = try await visitor.foundNorth(link)
        let item = try await visitor.ask(
            "POST", "/imports/new", as: ann, form: [:], file: "map.xlsx", host: Self.north
        ).location
        var page = try await visitor.ask("GET", item, as: ann, host: Self.north)
        for _ in 0..<500 where page["Refresh"] != nil {
            try await Task.sleep(for: .milliseconds(10))
            page = try await visitor.ask("GET", item, as: ann, host: Self.north)
        }
        #expect(page.text.contains("Did we understand"))
        #expect(try await visitor.ask("GET", item).status == 404)
        #expect(try await visitor.ask("GET", home, as: .stranger).status == 200)
        #expect(try await visitor.ask("GET", home, as: .stranger, host: Self.north).status == 404)
        // What is on the shelf of one place is not shown in the other.
        #expect(try await visitor.ask("GET", home, as: .stranger, host: Self.north).status == 404)
        for served in visitor.installation.places.all { try await served.nightly.hourly() }
        await visitor.close()
    }

    @Test func `a place moves to another address, and the old one leads to the first place again`() async throws {
        let visitor = try await Visitor()
        let (north, _) = try await visitor.addNorth()
        let register = PlaceRegister(visitor.installation.services.settings)
        try await register.move(north, to: try #require(SiteAddress("https://hill.example.org")))
        try await visitor.installation.places.refresh()
        let sites = visitor.installation.places.sites
        #expect(sites.site(at: "hill.example.org") !== sites.main)
        #expect(sites.site(at: "HILL.example.org") !== sites.main)
        #expect(sites.site(at: Self.north) === sites.main)
        let entries = try await register.entries()
        #expect(entries.map(\.address.authority).last == "hill.example.org")
        #expect(entries.map(\.isFounded) == [false, false])
        await visitor.close()
    }

    @Test func `all places compare passwords at one desk, which takes only so many at once`() async throws {
        let visitor = try await Visitor()
        let (_, link) = try await visitor.addNorth()
        _ = try await visitor.foundNorth(link)
        _ = try await visitor.organisation()
        let desk = visitor.installation.places.common.desk
        for _ in 0..<PasswordDesk.mostWaiting { #expect(desk.waiting.enter(most: PasswordDesk.mostWaiting)) }
        let form = ["email": "ann@example.org", "password": Visitor.password]
        for host in [nil, Self.north] {
            #expect(try await visitor.ask("POST", "/sign-in", as: .stranger, form: form, host: host).status == 503)
        }
        desk.waiting.leave()
        #expect(
            try await visitor.ask("POST", "/sign-in", as: .stranger, form: form, host: Self.north).status == 303)
        await visitor.close()
    }

    @Test func `the first place stays the one without an address, whatever the clock said when another was added`()
        async throws
    {
        let visitor = try await Visitor()
        let home = visitor.installation.place.id
        let register = PlaceRegister(visitor.installation.services.settings)
        let early = try #require(SiteAddress("https://early.example.org"))
        _ = try await register.add(at: early, now: visitor.clock.now.addingTimeInterval(-7200))
        let database = visitor.installation.services.database
        #expect(try await PlaceStore(database).first()?.id == home)
        #expect(try await PlaceStore(database).all().map(\.id) == [home, "early"])
        await visitor.close()
    }

    @Test func `a place that is added while something is being uploaded takes nothing away`() async throws {
        let visitor = try await Visitor()
        let folder = ScratchFolder(visitor.installation.services.settings.data + "/scratch")
        let file = try #require(ScratchFile(in: folder))
        _ = try await visitor.addNorth()
        #expect(FileManager.default.fileExists(atPath: file.path))
        await visitor.close()
    }

    @Test func `what can't be done with places is refused, and changes nothing`() async throws {
        let visitor = try await Visitor()
        let (north, _) = try await visitor.addNorth()
        let settings = visitor.installation.services.settings
        let register = PlaceRegister(settings)
        let taken = try #require(SiteAddress("http://\(Self.north)"))
        let free = try #require(SiteAddress("https://hill.example.org"))
        await refuses { _ = try await register.add(at: taken, now: visitor.clock.now) }
        await refuses { _ = try await register.add(at: settings.address, now: visitor.clock.now) }
        await refuses { try await register.move(north, to: settings.address) }
        await refuses { try await register.move(visitor.installation.place.id, to: free) }
        await refuses { try await register.move("nowhere", to: free) }
        await refuses { _ = try await register.ownerLink(of: "nowhere") }
        #expect(try await register.entries().map(\.place.id) == [visitor.installation.place.id, north])
        // A second place with the same first word is told apart.
        let second = try await register.add(
            at: try #require(SiteAddress("https://north.example.com")), now: visitor.clock.now)
        #expect(second == "north-2")
        await visitor.close()
    }

    private func refuses(_ work: () async throws -> Void) async {
        await #expect(throws: PlaceRegister.Refusal.self) { try await work() }
    }
}

extension Visitor {
    /// Adds a second place, and gives its identifier and the path of its owner's link.
    fileprivate func addNorth() async throws -> (id: String, link: String) {
        let register = PlaceRegister(installation.services.settings)
        let id = try await register.add(at: try #require(SiteAddress("https://north.example.org")), now: clock.now)
        try await installation.places.refresh()
        let link = try await register.ownerLink(of: id)
        return (id, String(link.dropFirst("https://north.example.org".count)))
    }

    /// Founds it, and gives its founder.
    fileprivate func foundNorth(_ link: String) async throws -> Who {
        let founded = try await ask(
            "POST", "/owner", as: .stranger,
            form: [
                "key": String(link.split(separator: "=")[1]), "name": "Ann North", "email": "ann@example.org",
                "organisation": "Northern Hands", "password": Self.password,
            ], host: "north.example.org")
        let cookie = try #require(founded["Set-Cookie"])
        #expect(founded.status == 303 && cookie.hasPrefix("__Host-io-session=") && cookie.contains("Secure"))
        return .holder(try #require(founded.sessionToken))
    }
}
