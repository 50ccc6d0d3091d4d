// One function for each element: `h1(.class("title")) { "Words" }`.

// Sections.
package func main(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("main", attributes, content())
}
package func header(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("header", attributes, content())
}
package func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("footer", attributes, content())
}
package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("nav", attributes, content())
}
package func section(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("section", attributes, content())
}
package func article(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("article", attributes, content())
}
package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("aside", attributes, content())
}
package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("h1", attributes, content())
}
package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("h2", attributes, content())
}
package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("h3", attributes, content())
}
package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("h4", attributes, content())
}

// Text.
package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("p", attributes, content())
}
package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("div", attributes, content())
}
package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("span", attributes, content())
}
package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("a", attributes, content())
}
package func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("strong", attributes, content())
}
package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("em", attributes, content())
}
package func b(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("b", attributes, content())
}
package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("small", attributes, content())
}
package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("abbr", attributes, content())
}
package func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("mark", attributes, content())
}
package func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("q", attributes, content())
}
package func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("cite", attributes, content())
}
package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("code", attributes, content())
}
package func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("kbd", attributes, content())
}
package func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("blockquote", attributes, content())
}
package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("pre", attributes, content())
}
package func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("sub", attributes, content())
}
package func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("sup", attributes, content())
}
package func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("time", attributes, content())
}
package func dfn(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("dfn", attributes, content())
}
package func address(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("address", attributes, content())
}
package func bdi(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("bdi", attributes, content())
}

// Lists.
package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("ul", attributes, content())
}
package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("ol", attributes, content())
}
package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("li", attributes, content())
}
package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("dl", attributes, content())
}
package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("dt", attributes, content())
}
package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("dd", attributes, content())
}

// Figures.
package func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("figure", attributes, content())
}
package func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("figcaption", attributes, content())
}
package func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("details", attributes, content())
}
package func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("summary", attributes, content())
}
package func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("output", attributes, content())
}
package func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("progress", attributes, content())
}

// Tables.
package func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("table", attributes, content())
}
package func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("caption", attributes, content())
}
package func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("thead", attributes, content())
}
package func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("tbody", attributes, content())
}
package func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("tfoot", attributes, content())
}
package func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("tr", attributes, content())
}
package func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("th", attributes, content())
}
package func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("td", attributes, content())
}
package func colgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("colgroup", attributes, content())
}

// Forms.
package func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("form", attributes, content())
}
package func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("fieldset", attributes, content())
}
package func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("legend", attributes, content())
}
package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("label", attributes, content())
}
package func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("select", attributes, content())
}
package func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("optgroup", attributes, content())
}
package func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("option", attributes, content())
}
package func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("textarea", attributes, content())
}
package func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element("button", attributes, content())
}

// Elements that hold nothing.
package func img(_ attributes: Attribute...) -> HTML { void("img", attributes) }
package func br(_ attributes: Attribute...) -> HTML { void("br", attributes) }
package func hr(_ attributes: Attribute...) -> HTML { void("hr", attributes) }
package func input(_ attributes: Attribute...) -> HTML { void("input", attributes) }
package func col(_ attributes: Attribute...) -> HTML { void("col", attributes) }
package func wbr(_ attributes: Attribute...) -> HTML { void("wbr", attributes) }

func element(_ name: String, _ attributes: [Attribute], _ content: HTML) -> HTML {
    HTML(node: .element(HTML.Element(name: name, attributes: attributes, content: content)))
}

func void(_ name: String, _ attributes: [Attribute]) -> HTML {
    HTML(node: .element(HTML.Element(name: name, attributes: attributes, content: .nothing, isVoid: true)))
}
