import Documents
import Measurement
import Words
import Workbooks

extension WorkbookReading {
    mutating func readParticipants() -> ParticipantRecords? {
        if let pair { return readPair(pair) }
        guard let role = roles.first(where: { $0.kind == .participants }), var plan = role.plan else { return nil }
        let reader = ParticipantReader(plan)
        let records = reader.records(&findings)
        Readings.add(toPeople: &plan, records: ParticipantNames(records))
        took(plan, reader)
        return records
    }

    private mutating func readPair(_ pair: SheetPair) -> ParticipantRecords? {
        guard var earlier = roles[pair.before].plan, var later = roles[pair.after].plan else { return nil }
        let (first, second) = (ParticipantReader(earlier), ParticipantReader(later))
        let (before, after) = (first.records(&findings), second.records(&findings))
        guard let before, let after else { return nil }
        let joined = JoinedSheets(before, first.people(), later: after, second.people())
        findings.note(
            "We read the sheets \(earlier.name) and \(later.name) together: the first as before, the second as after, each person by the same code."
        )
        for header in joined.alone {
            findings.note(
                "We did not use \(header), because it is on only one of the sheets \(earlier.name) and \(later.name).")
        }
        if joined.newcomers > 0 {
            findings.note(
                Phrase(
                    one:
                        "We left out \(joined.newcomers) person of the sheet \(later.name) who is not on the sheet \(earlier.name).",
                    other:
                        "We left out \(joined.newcomers) people of the sheet \(later.name) who are not on the sheet \(earlier.name).",
                    count: joined.newcomers))
        }
        Readings.add(toEarlier: &earlier, later: &later, records: joined.records)
        took(earlier, first)
        took(later, second)
        return joined.records
    }

    /// Remembers what a sheet of people was taken for, and says what was left out of it.
    private mutating func took(_ plan: SheetPlan, _ reader: ParticipantReader) {
        taken[plan.name] = plan.taken(as: .participants, rows: reader.rows.rows)
        noteRows(
            plan.name, totals: reader.rows.totals, repeated: reader.rows.repeatedHeaders, notes: reader.rows.notes.count
        )
        for column in plan.columns {
            if column.meaning == .leftUnread {
                findings.note(
                    "We did not read the column \(column.header) of the sheet \(plan.name), because it may tell who somebody is."
                )
            } else if column.isPersonal {
                findings.note(
                    "We used the column \(column.header) of the sheet \(plan.name) only to tell which rows are about the same person. We kept nothing of it."
                )
            }
        }
    }
}
