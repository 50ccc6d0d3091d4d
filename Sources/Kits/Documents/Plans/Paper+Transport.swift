import CanonicalJSON

extension Paper {
    var request: Frame {
        Frame(
            [
                "kind": "pdf", "title": .string(title), "language": .string(language), "author": .text(author),
                "summary": .text(summary), "date": .string(date),
                "attachments": .array(
                    attachments.map { ["name": .string($0.name), "description": .string($0.description)] }),
                "mostBeforeAnnexes": mostBeforeAnnexes.map(JSON.integer) ?? .null,
            ], parts: [html] + attachments.map(\.bytes))
    }
}

extension PrintedPaper {
    init(_ answer: Frame, of paper: Paper) throws(WorkerProblem) {
        guard answer.parts.count == 1, let pages = answer.result["pages"]?.integerValue,
            let before = answer.result["pagesBeforeAnnexes"]?.integerValue,
            answer.parts[0].starts(with: Array("%PDF-".utf8))
                || answer.parts[0].isEmpty && before > paper.mostBeforeAnnexes ?? .max
        else { throw .nonsense("a PDF that is none") }
        self.init(bytes: answer.parts[0], pages: pages, pagesBeforeAnnexes: before)
    }
}
