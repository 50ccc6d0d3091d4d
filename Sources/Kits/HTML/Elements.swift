/// An element that holds others or text: `h1(.classes("title")) { "Words" }`.
package struct ContentElement: Sendable {
    let tag: HTML.Tag

    init(_ name: String, holdsTextAlone: Bool = false) {
        tag = HTML.Tag(name, holdsTextAlone: holdsTextAlone)
    }

    package func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
        with(attributes, content())
    }

    func with(_ attributes: [Attribute], _ content: HTML) -> HTML {
        HTML(node: .element(HTML.Element(tag: tag, attributes: attributes, content: content)))
    }
}

/// An element that holds nothing: `br()`.
package struct VoidElement: Sendable {
    let tag: HTML.Tag

    init(_ name: String) {
        tag = HTML.Tag(name, isVoid: true)
    }

    package func callAsFunction(_ attributes: Attribute...) -> HTML {
        HTML(node: .element(HTML.Element(tag: tag, attributes: attributes, content: .nothing)))
    }
}

// Sections.
package let main = ContentElement("main")
package let header = ContentElement("header")
package let footer = ContentElement("footer")
package let nav = ContentElement("nav")
package let section = ContentElement("section")
package let article = ContentElement("article")
package let aside = ContentElement("aside")
package let h1 = ContentElement("h1")
package let h2 = ContentElement("h2")
package let h3 = ContentElement("h3")
package let h4 = ContentElement("h4")

// Text.
package let p = ContentElement("p")
package let div = ContentElement("div")
package let span = ContentElement("span")
package let a = ContentElement("a")
package let strong = ContentElement("strong")
package let em = ContentElement("em")
package let b = ContentElement("b")
package let small = ContentElement("small")
package let abbr = ContentElement("abbr")
package let mark = ContentElement("mark")
package let q = ContentElement("q")
package let cite = ContentElement("cite")
package let code = ContentElement("code")
package let kbd = ContentElement("kbd")
package let blockquote = ContentElement("blockquote")
package let pre = ContentElement("pre")
package let sub = ContentElement("sub")
package let sup = ContentElement("sup")
package let time = ContentElement("time")
package let dfn = ContentElement("dfn")
package let address = ContentElement("address")
package let bdi = ContentElement("bdi")

// Lists.
package let ul = ContentElement("ul")
package let ol = ContentElement("ol")
package let li = ContentElement("li")
package let dl = ContentElement("dl")
package let dt = ContentElement("dt")
package let dd = ContentElement("dd")

// Figures.
package let figure = ContentElement("figure")
package let figcaption = ContentElement("figcaption")
package let details = ContentElement("details")
package let summary = ContentElement("summary")
package let output = ContentElement("output")
package let progress = ContentElement("progress")

// Tables.
package let table = ContentElement("table")
package let caption = ContentElement("caption")
package let thead = ContentElement("thead")
package let tbody = ContentElement("tbody")
package let tfoot = ContentElement("tfoot")
package let tr = ContentElement("tr")
package let th = ContentElement("th")
package let td = ContentElement("td")
package let colgroup = ContentElement("colgroup")

// Forms.
package let form = ContentElement("form")
package let fieldset = ContentElement("fieldset")
package let legend = ContentElement("legend")
package let label = ContentElement("label")
package let select = ContentElement("select")
package let optgroup = ContentElement("optgroup")
package let option = ContentElement("option", holdsTextAlone: true)
package let textarea = ContentElement("textarea", holdsTextAlone: true)
package let button = ContentElement("button")

// Elements that hold nothing.
package let img = VoidElement("img")
package let br = VoidElement("br")
package let hr = VoidElement("hr")
package let input = VoidElement("input")
package let col = VoidElement("col")
package let wbr = VoidElement("wbr")

// What only this kit writes: a document's frame, and drawings.
let htmlElement = ContentElement("html")
let headElement = ContentElement("head")
let bodyElement = ContentElement("body")
let titleElement = ContentElement("title", holdsTextAlone: true)
let styleElement = ContentElement("style")
let scriptElement = ContentElement("script")
let svgElement = ContentElement("svg")
let lineElement = ContentElement("line")
let circleElement = ContentElement("circle")
let pathElement = ContentElement("path")
let metaElement = VoidElement("meta")
let linkElement = VoidElement("link")
