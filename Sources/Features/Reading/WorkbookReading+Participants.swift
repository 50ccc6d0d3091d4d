import Documents
import Measurement
import Words
import Workbooks

extension WorkbookReading {
    mutating func readParticipants() -> ParticipantRecords? {
        if let pair { return readPair(pair) }
        if let family { return read(family) }
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

    /// Reads sheets of one shape as one list. What a column is, is decided by all of its rows together.
    private mutating func read(_ family: SheetFamily) -> ParticipantRecords? {
        guard let stack = family.stack(roles), let first = roles[family.members[0]].plan else { return nil }
        var plan = ParticipantColumns(
            cells: stack.cells, header: stack.header(like: first),
            dictionary: HeaderDictionary.names(of: .participants), remembered: remembered
        ).plan(answers: answers(stack, family), findings: &findings)
        plan.columns += family.column(in: stack)
        let reader = ParticipantReader(plan)
        var records = reader.records(&findings)
        if let rows = records?.rows { records?.parts = stack.parts(of: rows) }
        Readings.add(toPeople: &plan, records: ParticipantNames(records))
        let names = family.members.map { roles[$0].cells.name }.joined(separator: ", ")
        findings.note("We read these sheets as one list of people: \(names).")
        switch family.people {
        case .onePerson: findings.note("The same code on two of these sheets is read as one person, before and after.")
        case .twoPeople:
            findings.note(
                "The same code on two of these sheets is read as two people, because each sheet has its own codes.")
        case .nobody, .unclear: break
        }
        for (index, member) in family.members.enumerated() {
            guard var own = roles[member].plan else { continue }
            for place in own.columns.indices {
                let column = own.columns[place].column
                guard let listed = stack.parts[index].columns.first(where: { $0.value == column })?.key,
                    let found = plan.columns.first(where: { $0.column == listed })
                else { continue }
                own.columns[place].meaning = found.meaning
                own.columns[place].basis = found.basis
                own.columns[place].isPersonal = found.isPersonal
                own.columns[place].score = found.score
                own.columns[place].reading = found.reading
            }
            took(own, ParticipantReader(own))
        }
        return records
    }

    /// What a person said of the columns of any of the sheets, for the columns of the list.
    private func answers(_ stack: SheetStack, _ family: SheetFamily) -> [Int: [Takes.Answer]] {
        var answers: [Int: [Takes.Answer]] = [:]
        // Answers that can't be used were named when each sheet was looked at.
        var ignored = Findings()
        for (index, member) in family.members.enumerated() {
            guard let own = roles[member].plan else { continue }
            let given = takes.answers(
                for: own.name, as: .participants, headers: own.header.headers, findings: &ignored)
            for (listed, column) in stack.parts[index].columns { answers[listed, default: []] += given[column] ?? [] }
        }
        return answers
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
