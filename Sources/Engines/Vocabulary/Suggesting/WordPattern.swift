import CPcre2

/// Why an expression can't be taken.
package enum WordPatternError: Error, Equatable, Sendable {
    case tooLong(limit: Int)
    /// `offset` counts the UTF-8 bytes before the fault; `reason` is the library's.
    case malformed(offset: Int, reason: String)
    case outOfMemory
}

/// A regular expression that finds words in a text, whatever their case.
///
/// A vocabulary brings its own, so none is trusted: where one needs too many steps for a text, it has found nothing there.
///
/// - Source: PCRE2, in Perl's syntax.
package final class WordPattern: @unchecked Sendable {
    // Unchecked, because the pointers point to what isn't changed after `init`: PCRE2 lets threads share both.
    private let code: OpaquePointer
    private let limits: OpaquePointer

    let pattern: String

    /// In UTF-8 bytes.
    package static let longest = 20_000
    /// How often one of them is looked for in a text.
    private static let mostMatches = 200
    private static let mostSteps: UInt32 = 200_000

    package convenience init(_ pattern: String) throws(WordPatternError) {
        try self.init(pattern, isAtOnePlace: false)
    }

    /// The same expression, which matches where the search begins and nowhere after it.
    ///
    /// Compiled for that: said with each search instead, it would be interpreted.
    var atOnePlace: WordPattern? { try? WordPattern(pattern, isAtOnePlace: true) }

    private init(_ pattern: String, isAtOnePlace: Bool) throws(WordPatternError) {
        let bytes = Array(pattern.utf8)
        guard bytes.count <= Self.longest else { throw .tooLong(limit: Self.longest) }
        var problem: Int32 = 0
        var offset = 0
        let options =
            PCRE2_CASELESS | PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (isAtOnePlace ? PCRE2_ANCHORED : 0)
        guard let code = pcre2_compile_8(bytes, bytes.count, options, &problem, &offset, nil) else {
            throw .malformed(offset: offset, reason: Self.message(problem))
        }
        guard let limits = pcre2_match_context_create_8(nil) else {
            pcre2_code_free_8(code)
            throw .outOfMemory
        }
        pcre2_set_match_limit_8(limits, Self.mostSteps)
        pcre2_set_depth_limit_8(limits, 1_000)
        pcre2_set_heap_limit_8(limits, 4_096)
        // Where the machine has no just-in-time compiler it is interpreted, which is slower and finds the same.
        _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
        self.pattern = pattern
        self.code = code
        self.limits = limits
    }

    deinit {
        pcre2_match_context_free_8(limits)
        pcre2_code_free_8(code)
    }

    /// Where it matches, in order. What matches no letter at all is not a match.
    func ranges(in text: [UInt8], with scratch: MatchScratch) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start <= text.count, found.count < Self.mostMatches, let next = next(in: text, from: start, with: scratch)
        {
            if !next.isEmpty { found.append(next) }
            start = max(next.upperBound, start + (next.isEmpty ? 1 : 0))
            // Not into the middle of a letter.
            while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
        }
        return found
    }

    /// Where it matches at one of these places, in order; for a pattern that matches at one place.
    func ranges(in text: [UInt8], at offsets: [Int], with scratch: MatchScratch) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for offset in offsets where offset >= found.last?.upperBound ?? 0 && found.count < Self.mostMatches {
            if let next = next(in: text, from: offset, with: scratch), !next.isEmpty { found.append(next) }
        }
        return found
    }

    func matches(_ text: [UInt8], with scratch: MatchScratch) -> Bool { next(in: text, from: 0, with: scratch) != nil }

    private func next(in text: [UInt8], from start: Int, with scratch: MatchScratch) -> Range<Int>? {
        let result = text.withUnsafeBufferPointer {
            pcre2_match_8(code, $0.baseAddress, text.count, start, PCRE2_NO_UTF_CHECK, scratch.data, limits)
        }
        guard result >= 0, let bounds = pcre2_get_ovector_pointer_8(scratch.data), bounds[0] <= bounds[1] else {
            return nil
        }
        return bounds[0]..<bounds[1]
    }

    private static func message(_ problem: Int32) -> String {
        var text = [UInt8](repeating: 0, count: 200)
        let length = pcre2_get_error_message_8(problem, &text, text.count)
        return String(decoding: text.prefix(max(0, Int(length))), as: UTF8.self)
    }
}

/// Where PCRE2 writes what it found. Not for several threads at once.
final class MatchScratch {
    fileprivate let data: OpaquePointer?

    init() { data = pcre2_match_data_create_8(1, nil) }

    deinit { if let data { pcre2_match_data_free_8(data) } }
}
