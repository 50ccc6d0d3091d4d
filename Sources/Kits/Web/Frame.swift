package import HTML
package import Words

/// Puts a page's content into the website's frame: the application has one, and problem pages use it too.
package typealias Frame = @Sendable (_ title: Phrase, _ request: Request, _ content: HTML) -> Document

extension Request {
    /// A page in the reader's language.
    package func page(_ document: Document) -> Reply {
        var reply = Reply.html(document.bytes(in: catalogue))
        reply.headers.append(("Content-Language", catalogue.language.code))
        return reply
    }

    /// The hidden field that every form that is sent by POST begins with.
    package var formTokenField: HTML {
        input(.type("hidden"), .name(Request.formTokenName), .value(formToken))
    }
}
