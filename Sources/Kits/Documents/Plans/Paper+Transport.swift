import CanonicalJSON

extension Paper {
    var request: Frame {
        Frame(
            [
                "kind": "pdf", "title": .string(title), "language": .string(language), "author": .text(author),
                "summary": .text(summary), "date": .string(date),
                "attachments": .array(
                    attachments.map { ["name": .string($0.name), "description": .string($0.description)] }),
            ], parts: [html] + attachments.map(\.bytes))
    }
}

extension PrintedPaper {
    init(_ answer: Frame) throws(WorkerProblem) {
        guard answer.parts.count == 1, answer.parts[0].starts(with: Array("%PDF-".utf8)),
            let pages = answer.result["pages"]?.integerValue,
            let before = answer.result["pagesBeforeAnnexes"]?.integerValue
        else { throw .nonsense("a PDF that is none") }
        self.init(bytes: answer.parts[0], pages: pages, pagesBeforeAnnexes: before)
    }
}
