import FoundationEssentials
import Testing

@testable import Web

@Suite struct FormTests {
    private let folder = ScratchFolder(
        FileManager.default.temporaryDirectory.path + "/form-tests-\(UInt64.random(in: 0 ... .max))")

    private func read(
        _ body: [UInt8], type: String = "multipart/form-data; boundary=b0", limits: FormReader.Limits = .withFiles,
        pieces: () -> Int = { 1_000_000 }
    ) throws -> Form {
        var reader = try #require(FormReader(contentType: type, limits: limits, scratch: folder))
        var rest = body[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(max(1, pieces())))
            rest = rest.dropFirst(piece.count)
            try piece.withUnsafeBytes { try reader.push($0) }
        }
        return try reader.finish()
    }

    private func multipart(_ parts: [(header: String, body: [UInt8])], boundary: String = "b0") -> [UInt8] {
        parts.flatMap {
            Array("--\(boundary)\r\nContent-Disposition: form-data; \($0.header)\r\n\r\n".utf8) + $0.body
                + Array("\r\n".utf8)
        }
            + Array("--\(boundary)--\r\n".utf8)
    }

    @Test func `fields and files are read, whatever the size of the pieces`() throws {
        let workbook = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7) } + Array("\r\n--b\r\n--b1\r\n\r\n--".utf8)
        let body = multipart([
            ("name=\"service\"", Array("Befriending – café\r\nand more".utf8)), ("name=\"empty\"", []),
            ("name=\"workbook\"; filename=\"C:\\files\\m\u{202E}ap \\\"1\\\".xlsx\"\r\nContent-Type: x/y", workbook),
            ("name=\"other\"; filename=\"\"\r\nContent-Type: application/octet-stream", []),
        ])
        for size in [1, 2, 3, 7, 64, 1000, 100_000] {
            let form = try read(body, pieces: { size })
            #expect(form["service"] == "Befriending – café\nand more")
            #expect(form["empty"] == "")
            let file = try #require(form.file("workbook"))
            #expect(file.name == "map \"1\".xlsx")
            #expect(file.size == workbook.count)
            #expect(FileManager.default.contents(atPath: file.scratch.path).map(Array.init) == workbook)
            #expect(form.file("other") == nil)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty, "scratch files go with their form"
        )
    }

    @Test func `a file that is kept stays`() throws {
        let kept = folder.path + "/kept"
        do {
            let form = try read(multipart([("name=\"a\"; filename=\"a\"", [1, 2, 3])]))
            #expect(form.file("a")?.scratch.keep(at: kept) == true)
        }
        #expect(FileManager.default.contents(atPath: kept).map(Array.init) == [1, 2, 3])
    }

    @Test func `a URL-encoded form is decoded`() throws {
        let form = try read(
            Array("a=1+2&b=%C3%A9%0D%0Ax&a=3&c&=d".utf8), type: "application/x-www-form-urlencoded; charset=UTF-8",
            pieces: { 3 })
        #expect(form.fields.all("a") == ["1 2", "3"])
        #expect(form["b"] == "é\nx")
        #expect(form["c"] == "")
    }

    @Test(arguments: [
        "", "--b0", "--b0\r\n", "--b0\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b0",
        "--b0\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b0--x--b1--", "--b0\r\n\r\nx\r\n--b0--\r\n",
        "--b0\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b0--\r\n",
        "--b0\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b0--\r\n",
        "--b0\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--b0--\r\n",
        "--b0\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\u{0}b\r\n--b0--\r\n",
        "--b0 \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b0--\r\n",
    ])
    func `a form that isn't whole is refused`(body: String) {
        // What follows the closing boundary is nobody's business.
        if body.hasSuffix("--x--b1--") {
            #expect((try? read(Array(body.utf8)))?["a"] == "x")
        } else {
            #expect(throws: FormProblem.self) { try read(Array(body.utf8)) }
        }
    }

    @Test func `text that isn't UTF-8 is refused`() {
        #expect(throws: FormProblem.unreadableText) { try read(multipart([("name=\"a\"", [0xC3, 0x28])])) }
        #expect(throws: FormProblem.malformed) {
            try read(Array("a=%C3%28".utf8), type: "application/x-www-form-urlencoded")
        }
    }

    @Test func `limits hold on the number and size of parts`() throws {
        var limits = FormReader.Limits.withFiles
        limits.fields = 3
        limits.files = 1
        limits.textBytes = 10
        limits.bytes = 5000
        func refused(_ parts: [(String, [UInt8])]) -> FormProblem? {
            do { _ = try read(multipart(parts), limits: limits) } catch { return error as? FormProblem }
            return nil
        }
        let short = ("name=\"a\"", Array("x".utf8))
        let file = ("name=\"f\"; filename=\"f\"", Array("x".utf8))
        #expect(refused([short, short, file]) == nil)
        #expect(refused([short, short, short, short]) == .tooManyFields)
        #expect(refused([file, file]) == .tooManyFiles)
        #expect(refused([("name=\"a\"", Array("12345678901".utf8))]) == .tooLarge(limit: 10))
        #expect(refused([("name=\"f\"; filename=\"f\"", [UInt8](repeating: 0, count: 6000))])?.isTooLarge == true)
        #expect(refused([("name=\"a\"\r\nX: \(String(repeating: "y", count: 4100))", [])]) == .malformed)
        #expect(refused([("name=\"\(String(repeating: "y", count: 201))\"", [])]) == .malformed)
        #expect(throws: FormProblem.tooManyFiles) { try read(multipart([file]), limits: FormReader.Limits()) }
        #expect(throws: FormProblem.tooLarge(limit: 10)) {
            try read(Array("a=12345678901".utf8), type: "application/x-www-form-urlencoded", limits: limits)
        }
    }

    @Test(arguments: [
        "", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/mixed; boundary=a",
        "multipart/form-data; boundary=\"a b\"", "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func `other kinds of body are not forms`(type: String) {
        #expect(FormReader(contentType: type, limits: FormReader.Limits(), scratch: folder) == nil)
    }

    @Test func `a whole form with damage anywhere is taken or refused, never worse`() throws {
        var random = SystemRandomNumberGenerator()
        let whole = multipart([
            ("name=\"a\"", Array("some text".utf8)), ("name=\"f\"; filename=\"f.xlsx\"", Array("PK\r\n--b0 not".utf8)),
        ])
        let signs: [UInt8] = Array("\r\n-;=\"\\b0%:".utf8) + [0, 0xFF, 0xC3]
        for _ in 0..<1000 {
            var body = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<body.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: body[place] = signs.randomElement(using: &random) ?? 0
                case 1: body.remove(at: place)
                default: body.insert(signs.randomElement(using: &random) ?? 0, at: place)
                }
            }
            _ = try? read(body, pieces: { Int.random(in: 1...40) })
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `random URL-encoded bytes are taken or refused, never worse`() {
        let signs = Array("a=&%+0F;\r\n".utf8) + [0, 0xFF]
        for _ in 0..<2000 {
            let body = (0..<Int.random(in: 0...30)).map { _ in signs.randomElement() ?? 0 }
            _ = try? read(body, type: "application/x-www-form-urlencoded")
        }
    }
}

extension FormReader.Limits {
    static var withFiles: FormReader.Limits {
        var limits = FormReader.Limits()
        limits.files = 4
        limits.bytes = 30_000_000
        return limits
    }
}

extension FormProblem {
    var isTooLarge: Bool { if case .tooLarge = self { true } else { false } }
}
