import Imports
import Jobs
import Language
import Lookup
import People
import Places
import Publishing
import Retention
import Web

/// One place of the installation, put together: its pages, its work, and its own secrets.
struct ServedPlace: Sendable {
    /// What all places of an installation have in common.
    struct Common: Sendable {
        let services: Services
        let understood: UnderstoodImports
        let shelf: AccountShelf
        /// One for all places: each password takes much memory, however many places are knocked at.
        let desk = PasswordDesk()
        /// One for all places: what is suggested is made in one after the other.
        let suggestions = SuggestionDesk()
        let traffic: Traffic
        /// Whether nothing is changed and nobody signs in.
        let isReadOnly: Bool
    }

    let place: Place
    let services: Services
    let routes: [Route]
    let frame: Frame
    let site: Site
    let handlers: [String: JobHandler]
    let nightly: NightlyWork
    let terms: MakeTerms

    /// - Throws: ``Web/RouteConflict`` where two pages claim one address.
    init(_ place: Place, _ common: Common) throws(RouteConflict) {
        let services = common.services.of(place: place.id, at: place.address)
        let assembly = Assembly(
            services, place: place, understood: common.understood, shelf: common.shelf, desk: common.desk,
            suggestions: common.suggestions)
        let gatekeeper: any Gatekeeper =
            common.isReadOnly ? StrangersOnly() : Doorkeeper(place: place.id, services.database, clock: services.clock)
        self.place = place
        self.services = services
        routes = common.isReadOnly ? assembly.routes.readOnly(besides: Assembly.beginnings) : assembly.routes
        frame = assembly.frame
        site = try Site(
            services, gatekeeper: gatekeeper, routes: routes, frame: assembly.frame, traffic: common.traffic)
        handlers = assembly.handlers
        terms = assembly.terms
        nightly = NightlyWork(services, place: place, understood: common.understood)
    }
}
