import Documents
import Lookup
import ValueMaps
import Workbooks

extension ImportResult {
    /// What the service and its outcomes are called.
    var named: [NamedWords] {
        guard let understanding else { return [] }
        let language = understanding.about.language.value
        let service = understanding.about.service.map { NamedWords($0.value, .service, in: language) }
        return (service.map { [$0] } ?? [])
            + understanding.map.outcomes.map { NamedWords($0.outcome, .outcome, in: language) }
    }
}
