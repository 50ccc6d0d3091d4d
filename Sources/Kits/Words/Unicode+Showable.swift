extension Unicode.Scalar {
    /// Whether a page can't show it, or it changes how others are shown: control characters other than tab and line ends, marks
    /// that turn the direction of writing, invisible and private characters.
    ///
    /// - Source: Unicode Standard Annex 9, section 2, lists the marks of direction.
    package var isUnshowable: Bool {
        switch value {
        case 0..<0x20: self != "\n" && self != "\r" && self != "\t"
        case 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFF: true
        case 0xE0000...0xE0FFF, 0xE000...0xF8FF: true
        default: false
        }
    }
}
