package import Web

extension Request {
    /// The organisation that the reader acts for, for handlers whose route has let in nobody without one.
    package func organisation() throws(Problem) -> String {
        guard let organisation = reader.organisation else {
            throw reader == .stranger ? .signInFirst : reader.program == nil ? .notAllowed : .tokenMayNot
        }
        return organisation.id
    }
}
