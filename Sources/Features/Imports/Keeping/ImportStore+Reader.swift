package import Jobs
import Places
package import Web

extension ImportStore {
    /// The imports that the one who asks may see: those of the organisation that is acted for, or of one programme of it.
    package init(_ services: Services, _ place: String, _ request: Request) throws(Problem) {
        self.init(
            services.database, place: place, organisation: try request.organisation(),
            programme: request.reader.organisation?.programme)
    }
}

extension Request {
    /// Whether a piece of long work is one that the reader may see. Of which programme its outcome will be isn't known before it is there.
    package func maySee(_ job: Job) -> Bool {
        guard let organisation = reader.organisation, organisation.programme == nil else { return false }
        return job.owner == organisation.id
    }
}
