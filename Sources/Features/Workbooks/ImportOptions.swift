package import CanonicalJSON

/// What a person states beside the workbook: options of the command or fields of the form, as they were typed.
///
/// None is required. `takes` answer how a column is to be read: `"Value map!Deadweight %=deadweight"`.
package struct ImportOptions: Sendable, Equatable {
    package var provider: String?
    package var commissioner: String?
    package var service: String?
    package var period: String?
    package var currency: String?
    package var language: String?
    package var discountRate: String?
    package var convention: String?
    package var takes: [String]

    package init(
        provider: String? = nil, commissioner: String? = nil, service: String? = nil, period: String? = nil,
        currency: String? = nil, language: String? = nil, discountRate: String? = nil, convention: String? = nil,
        takes: [String] = []
    ) {
        self.provider = provider
        self.commissioner = commissioner
        self.service = service
        self.period = period
        self.currency = currency
        self.language = language
        self.discountRate = discountRate
        self.convention = convention
        self.takes = takes
    }

    /// The options as they are kept.
    package var json: JSON {
        var members: [String: JSON] = [:]
        for (name, path) in Self.texts {
            if let value = self[keyPath: path] { members[name] = .string(value) }
        }
        if !takes.isEmpty { members["takes"] = .array(takes.map(JSON.string)) }
        return .object(members)
    }

    package init(json: JSON) {
        self.init(takes: (json["takes"]?.arrayValue ?? []).compactMap(\.stringValue))
        for (name, path) in Self.texts { self[keyPath: path] = json[name]?.stringValue }
    }

    /// The options that are one text each, by the name that the command line and the form give them.
    package static var texts: [(name: String, path: any WritableKeyPath<ImportOptions, String?> & Sendable)] {
        [
            ("provider", \.provider), ("commissioner", \.commissioner), ("service", \.service), ("period", \.period),
            ("currency", \.currency), ("language", \.language), ("discount-rate", \.discountRate),
            ("convention", \.convention),
        ]
    }

    /// Reads texts from what ``given`` wrote. Answers about columns belong to their workbook alone, so they are left out.
    package init(stated given: [String]) {
        self.init()
        for (name, path) in Self.texts {
            let start = "--\(name)="
            self[keyPath: path] = given.last { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
        }
    }

    /// The options as they are typed on the command line, so that anyone can repeat what was done here.
    package var given: [String] {
        let texts = Self.texts.compactMap { name, path in self[keyPath: path].map { "--\(name)=\($0)" } }
        return texts + takes.map { "--take=\($0)" }
    }
}
