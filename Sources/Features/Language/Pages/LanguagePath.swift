/// The addresses of the words of a place.
package enum LanguagePath: Sendable {
    case home
    case scheme(String)
    case file(String, form: String)
    case concept(String)
    case comment(String)
    case word(String)
    case answerWord(String)
    case propose
    case change(String)
    /// Writes its words by hand.
    case edit(String)
    case adopt(String)
    case retire(String)
    case replace(String)
    case merge(String)
    case split(String)
    case undo(String)
    /// Takes a list out of use, and brings it back.
    case retireList(String)
    case restoreList(String)
    /// How the concepts of a scheme stand to those of others.
    case map(String)
    case load
    case loadOurs
    case loading(String)
    case stop(String)

    package var url: String {
        switch self {
        case .home: "/language"
        case .scheme(let number): "/language/schemes/\(number)"
        case .file(let number, let form): "/language/schemes/\(number)/\(form)"
        case .concept(let number): "/language/concepts/\(number)"
        case .comment(let number): "/language/concepts/\(number)/comments"
        case .word(let number): "/language/concepts/\(number)/words"
        case .answerWord(let number): "/language/concepts/\(number)/words/answer"
        case .propose: "/language/propose"
        case .change(let number): "/language/concepts/\(number)/change"
        case .edit(let number): "/language/concepts/\(number)/edit"
        case .adopt(let number): "/language/concepts/\(number)/adopt"
        case .retire(let number): "/language/concepts/\(number)/retire"
        case .replace(let number): "/language/concepts/\(number)/replace"
        case .merge(let number): "/language/concepts/\(number)/merge"
        case .split(let number): "/language/concepts/\(number)/split"
        case .undo(let id): "/language/acts/\(id)/undo"
        case .retireList(let number): "/language/schemes/\(number)/retire"
        case .restoreList(let number): "/language/schemes/\(number)/restore"
        case .map(let number): "/language/schemes/\(number)/map"
        case .load: "/language/load"
        case .loadOurs: "/language/load/ours"
        case .loading(let id): "/language/loads/\(id)"
        case .stop(let id): "/language/loads/\(id)/stop"
        }
    }

    package static func concept(_ number: Int) -> LanguagePath { .concept(String(number)) }
    static func map(_ number: Int) -> LanguagePath { .map(String(number)) }
    package static func scheme(_ number: Int) -> LanguagePath { .scheme(String(number)) }
}
