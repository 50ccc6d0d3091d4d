package import Web

extension Request {
    /// The organisation that the reader acts for, for handlers whose route has let in nobody without one.
    package func organisation() throws(Problem) -> String {
        guard let organisation = reader.organisation else {
            switch reader {
            case .stranger: throw .signInFirst
            case .person(let person): throw person.withheld == nil ? .notAllowed : .secondStepFirst
            case .program: throw .tokenMayNot
            }
        }
        return organisation.id
    }
}
