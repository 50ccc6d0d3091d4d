import CanonicalJSON

extension BackupHeader {
    var json: JSON {
        [
            "created": .string(created), "program": .string(program),
            "migrations": .array(
                migrations.map {
                    ["number": .integer($0.number), "name": .string($0.name), "checksum": .string($0.checksum)]
                }),
        ]
    }

    /// Nil where something is missing.
    init?(json: JSON) {
        guard let created = json["created"]?.stringValue, let program = json["program"]?.stringValue,
            let list = json["migrations"]?.arrayValue
        else { return nil }
        var migrations: [AppliedMigration] = []
        for entry in list {
            guard let number = entry["number"]?.integerValue, let name = entry["name"]?.stringValue,
                let checksum = entry["checksum"]?.stringValue
            else { return nil }
            migrations.append(AppliedMigration(number: number, name: name, checksum: checksum))
        }
        self.init(created: created, program: program, migrations: migrations)
    }
}
