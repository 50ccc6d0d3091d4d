/// A phrase's text taken apart at its numbered places: `{1} people` is a place and a literal.
enum Template {
    enum Piece: Equatable {
        case literal(String)
        case place(Int)
    }

    static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        scan(text) { pieces.append($0) }
        return pieces
    }

    /// Calls `take` with each piece from left to right.
    static func scan(_ text: String, _ take: (Piece) -> Void) {
        var text = text
        let isWhole = text.withUTF8 { bytes in
            var start = 0
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "{"), let (number, end) = place(in: bytes, at: index) {
                    if start < index { take(.literal(String(decoding: bytes[start..<index], as: UTF8.self))) }
                    take(.place(number))
                    start = end
                    index = end
                } else {
                    index += 1
                }
            }
            if start == 0 { return true }
            if start < bytes.count { take(.literal(String(decoding: bytes[start...], as: UTF8.self))) }
            return false
        }
        if isWhole, !text.isEmpty { take(.literal(text)) }
    }

    /// The numbers of the places that a text has.
    static func places(in text: String) -> Set<Int> {
        Set(
            pieces(of: text).compactMap { piece in
                if case .place(let number) = piece { number } else { nil }
            })
    }

    /// Whether there is a letter outside the places: something to translate.
    static func hasWords(_ text: String) -> Bool {
        pieces(of: text).contains { piece in
            if case .literal(let literal) = piece { literal.contains { $0.isLetter } } else { false }
        }
    }

    private static func place(in bytes: UnsafeBufferPointer<UInt8>, at brace: Int) -> (number: Int, end: Int)? {
        var index = brace + 1
        var number = 0
        while index < bytes.count, index - brace <= 3, (0x30...0x39).contains(bytes[index]) {
            number = number * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        guard number > 0, index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
        return (number, index + 1)
    }
}
