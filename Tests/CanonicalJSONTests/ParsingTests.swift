import CanonicalJSON
import Peers
import Testing

@Suite struct ParsingTests {
    @Test(
        arguments: [
            ("", 1, 1, .empty),
            (" \n ", 1, 1, .empty),
            ("{\"a\":1,\n \"a\":2}", 2, 4, .duplicateKey(near: "'\"a\"'")),
            ("{\"a\":\n  nope}", 2, 6, .notWellFormed(near: "'nope'")),
            ("[1,2", 1, 4, .endsTooEarly),
            ("[1] 2", 1, 5, .textAfterTheEnd),
            ("[1e400]", 1, 6, .numberTooLarge),
            ("[NaN]", 1, 4, .notWellFormed(near: "'NaN'")),
            ("[-Infinity]", 1, 2, .notWellFormed(near: "'-'")),
            ("[01]", 1, 2, .notWellFormed(near: "'0'")),
            (#"["\ud800"]"#, 1, 9, .notWellFormed(near: #"'"\ud800"'"#)),
            (#"{"a\u0000b":1}"#, 1, 11, .nullCharacterInKey),
        ] as [(String, Int, Int, JSONSyntaxError.Reason)])
    func `what isn't JSON is refused with its place`(
        text: String, line: Int, column: Int, reason: JSONSyntaxError.Reason
    ) {
        #expect(throws: JSONSyntaxError(reason, line: line, column: column)) { try JSON(parsing: text) }
    }

    @Test func `bytes that aren't UTF-8 are refused`() {
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]) }
    }

    @Test func `a byte order mark is skipped`() throws {
        #expect(try JSON(parsing: "\u{FEFF}[1]") == [1])
    }

    @Test func `nesting is taken up to the limit and refused beyond it`() throws {
        let limits = JSONLimits(depth: 3)
        #expect(try JSON(parsing: "[[[1]]]", limits: limits) == [[[1]]])
        #expect(throws: JSONSyntaxError(.tooDeep(limit: 3), line: 1, column: 4)) {
            try JSON(parsing: "[[[[1]]]]", limits: limits)
        }
        #expect(try JSON(parsing: #"["[[[[\"[[[["]"#, limits: limits) == [#"[[[["[[[["#])
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: String(repeating: "[", count: 5_000_000)) }
    }

    @Test func `a text above the limit is refused unread`() {
        #expect(throws: JSONSyntaxError(.tooLong(limit: 4), line: 1, column: 1)) {
            try JSON(parsing: "[1,2,3]", limits: JSONLimits(bytes: 4))
        }
    }

    @Test func `more values than the limit are refused before any is read`() throws {
        #expect(try JSON(parsing: #"{"a":[1,2]}"#, limits: JSONLimits(values: 5)) == ["a": [1, 2]])
        #expect(throws: JSONSyntaxError(.tooManyValues(limit: 4), line: 1, column: 8)) {
            try JSON(parsing: #"{"a":[1,2]}"#, limits: JSONLimits(values: 4))
        }
        let many = "[" + String(repeating: "0,", count: 2_000_000) + "0]"
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: many) }
    }

    @Test func `an integer beyond 64 bits is read as a real`() throws {
        #expect(try JSON(parsing: "123456789012345678901234567890") == .number(1.2345678901234568e29))
        #expect(try JSON(parsing: "9223372036854775808") == .number(0x1p63))
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: String(repeating: "9", count: 400)) }
    }

    @Test func `two spellings of one key are a duplicate`() {
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}") }
    }

    @Test func `a null character inside a text is kept`() throws {
        #expect(try JSON(parsing: #""a\u0000b""#) == .string("a\u{0}b"))
    }

    @Test func `members and elements are reached by subscript`() throws {
        let value = try JSON(parsing: #"{"a":[1,{"b":"c"}],"d":null,"n":2.5}"#)
        #expect(value["a"]?[1]?["b"]?.stringValue == "c")
        #expect(value["a"]?[0]?.integerValue == 1)
        #expect(value["n"]?.integerValue == nil)
        #expect(value["d"]?.isNull == true)
        #expect(value["a"]?[2] == nil)
        #expect(value["x"] == nil)
    }

    @Test func `damaged texts never crash, and what is taken is written back the same`() throws {
        let seeds = [
            #"{"a":[1,2.5,-3e-7,{"b":null}],"é😀":"\u20ac\n\\","t":true,"f":false}"#,
            #"[[],{},"",0,-0,1E+2,"\ud83d\ude00",[[[[1]]]]]"#,
        ]
        var random = SplitMix(seed: 1)
        for round in 0..<20_000 {
            var bytes = Array(seeds[round % 2].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                }
            }
            guard let value = try? JSON(parsing: bytes) else { continue }
            #expect(try JSON(parsing: value.canonical) == value)
        }
    }
}
