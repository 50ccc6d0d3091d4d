package import Words

@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ phrase: Phrase) -> HTML { .phrase(phrase) }
    package static func buildExpression(_ parts: [HTML]) -> HTML { .group(parts) }

    package static func buildBlock() -> HTML { .nothing }
    package static func buildBlock(_ html: HTML) -> HTML { html }
    package static func buildBlock(_ parts: HTML...) -> HTML { .group(parts) }
    package static func buildOptional(_ html: HTML?) -> HTML { html ?? .nothing }
    package static func buildEither(first html: HTML) -> HTML { html }
    package static func buildEither(second html: HTML) -> HTML { html }
    package static func buildArray(_ parts: [HTML]) -> HTML { .group(parts) }
}
