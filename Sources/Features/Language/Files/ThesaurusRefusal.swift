package import CanonicalJSON
package import Documents
package import Words

/// Why a file can't be taken for a thesaurus.
package enum ThesaurusRefusal: Error, Sendable, Equatable {
    case worker(WorkerProblem)
    case unreadable(LineFault)
}

/// What is wrong with one line of a file, or with the file as a whole.
package struct LineFault: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        case empty, notUTF8, notText, syntax, tooDeep, remoteContext, relativeName, noName, longName, longWords
        case noStatement, tooManyStatements, tooManyConcepts, noConcepts, tooLarge
        case noHeadings, tooManyCells, noCode, codeTwice, noLabel, noBroader, unknownCode
        /// One that this version has no words for.
        case other
    }

    package let reason: Reason
    package let line: Int?
    /// What stands there, shortened, or the limit that was passed.
    package let value: String

    package init(_ reason: Reason, line: Int? = nil, value: String = "") {
        self.reason = reason
        self.line = line
        self.value = value
    }

    package init(json: JSON) {
        reason = json["reason"]?.stringValue.flatMap(Reason.init(rawValue:)) ?? .other
        line = json["line"]?.integerValue
        value = json["value"]?.stringValue ?? ""
    }

    package var json: JSON {
        ["reason": .string(reason.rawValue), "line": line.map(JSON.integer) ?? .null, "value": .string(value)]
    }

    package var sentence: Phrase {
        switch reason {
        case .empty: "The file is empty."
        case .notUTF8: "The letters of this file aren’t written as UTF-8."
        case .notText: "This is no text."
        case .syntax: "This can’t be read: \(value)."
        case .tooDeep: "Brackets stand in brackets, too deep to be read."
        case .remoteContext:
            "The file asks for a context at “\(value)”. Nothing is fetched from elsewhere: write the context into the file."
        case .relativeName:
            "The name “\(value)” is short for a whole one, and the file doesn’t say which: give it a base."
        case .noName: "“\(value)” is no name of a concept: those are written like https://example.org/concepts/1."
        case .longName: "A name is longer than we take: “\(value)”…"
        case .longWords: "A text is longer than we take: “\(value)”…"
        case .noStatement: "This says nothing that a thesaurus can hold: “\(value)”."
        case .tooManyStatements: "The file says more than \(value) things, which is the most that we read."
        case .tooManyConcepts: "The file holds more than \(value) concepts, which is the most that we read."
        case .noConcepts: "There is no concept in this file."
        case .tooLarge: "The file is larger than \(value) bytes, which is the most that we read."
        case .noHeadings:
            "The first line names no column of labels. Call one “label”, and others “code”, “alternative labels”, “definition” and “broader”."
        case .tooManyCells: "The line has more cells than there are headings."
        case .noCode: "The line has no code."
        case .codeTwice: "The code “\(value)” stands in an earlier line already."
        case .noLabel: "There is no label for “\(value)”."
        case .noBroader: "There is no line for the category “\(value)”, to which this one belongs."
        case .unknownCode: "No line has the code or label “\(value)”, which this one names."
        case .other: "This line can’t be taken."
        }
    }
}

extension ThesaurusRefusal {
    package var sentence: Phrase {
        switch self {
        case .worker(let problem): problem.sentence
        case .unreadable(let fault): fault.line.map { "Line \(String($0)): \(fault.sentence)" } ?? fault.sentence
        }
    }
}
