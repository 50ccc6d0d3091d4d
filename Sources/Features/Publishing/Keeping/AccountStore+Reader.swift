import Places
package import Web

extension AccountStore {
    /// What the one who asks may see: drafts only for those who see their own organisation's work.
    package init(_ services: Services, _ place: String, _ request: Request) {
        let organisation = request.reader.may(.seeWork) ? request.reader.organisation : nil
        self.init(
            services.database, place: place, organisation: organisation?.id,
            programme: organisation?.programme)
    }
}
