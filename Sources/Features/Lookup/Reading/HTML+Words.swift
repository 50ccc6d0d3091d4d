package import HTML
package import Vocabulary

extension HTML {
    /// What somebody wrote in a vocabulary, marked with its language.
    package static func words(_ text: Text) -> HTML {
        text.language.map { language in span(.lang(language)) { verbatim(text.words) } } ?? verbatim(text.words)
    }
}
