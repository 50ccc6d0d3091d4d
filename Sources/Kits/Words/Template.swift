/// A phrase's text taken apart at its numbered places: `{1} people` is a place and a literal.
enum Template {
    enum Piece: Equatable {
        case literal(String)
        case place(Int)
    }

    static func pieces(of text: String) -> [Piece] {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text.isEmpty ? [] : [.literal(text)] }
        var pieces: [Piece] = []
        let bytes = text.utf8
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "{"), let (number, end) = place(in: bytes, at: index) {
                if start < index { pieces.append(.literal(String(text[start..<index]))) }
                pieces.append(.place(number))
                start = end
                index = end
            } else {
                bytes.formIndex(after: &index)
            }
        }
        if start < bytes.endIndex { pieces.append(.literal(String(text[start...]))) }
        return pieces
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

    private static func place(in bytes: String.UTF8View, at brace: String.Index) -> (Int, String.Index)? {
        var index = bytes.index(after: brace)
        var number = 0
        var digits = 0
        while index < bytes.endIndex, digits < 3, (0x30...0x39).contains(bytes[index]) {
            number = number * 10 + Int(bytes[index] - 0x30)
            digits += 1
            bytes.formIndex(after: &index)
        }
        guard number > 0, index < bytes.endIndex, bytes[index] == UInt8(ascii: "}") else { return nil }
        return (number, bytes.index(after: index))
    }
}
