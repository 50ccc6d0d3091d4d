import FoundationEssentials
import Glibc
import Testing

@testable import HTML

/// The style sheet's colours, read from its two themes.
private struct Themes {
    let light: [String: String]
    let dark: [String: String]
    let size: Int
    let css: String

    init() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        css = try String(contentsOfFile: "/\(root)/assets/style.css", encoding: .utf8)
        size = css.utf8.count
        let base = try #require(css.firstRange(of: "/* Base */")).lowerBound
        let split = try #require(css.firstRange(of: "prefers-color-scheme: dark")).lowerBound
        light = Self.colours(in: css[..<split])
        dark = light.merging(Self.colours(in: css[split..<base])) { $1 }
    }

    private static func colours(in css: Substring) -> [String: String] {
        var colours: [String: String] = [:]
        for match in css.matches(of: /--([a-z-]+): (#[0-9a-f]{6});/) { colours[String(match.1)] = String(match.2) }
        return colours
    }
}

/// The contrast ratio of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), L the relative luminance of sRGB.
private func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        func linear(_ shift: Int) -> Double {
            let share = Double((value >> shift) & 0xFF) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
    let (high, low) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
}

@Suite struct StyleSheetTests {
    private static let text = [
        ("ink", "paper"), ("ink", "panel"), ("ink", "green-soft"), ("ink", "amber-soft"), ("ink", "red-soft"),
        ("muted", "paper"), ("muted", "panel"), ("green", "paper"), ("green", "panel"), ("green", "green-soft"),
        ("green-deep", "paper"), ("green-deep", "green-soft"), ("on-green", "green"), ("on-green", "green-deep"),
        ("amber", "amber-soft"), ("red", "paper"), ("red", "red-soft"), ("on-focus", "focus"),
    ]
    private static let shapes = [
        ("edge", "paper"), ("edge", "panel"), ("green", "paper"), ("red", "paper"), ("provider", "paper"),
        ("commissioner", "paper"), ("green", "line"),
    ]

    @Test func `contrast is counted as WCAG counts it`() {
        // Black on white is 21 by definition; #767676 on white, 4.54, is the W3C's example of the least grey that passes.
        #expect(abs(contrast("#000000", "#ffffff") - 21) < 0.001)
        #expect(abs(contrast("#767676", "#ffffff") - 4.54) < 0.005)
    }

    @Test(arguments: text)
    func `text can be read on its ground in both themes`(pair: (String, String)) throws {
        try expect(pair, atLeast: 4.5)
    }

    @Test(arguments: shapes)
    func `shapes and borders can be seen in both themes`(pair: (String, String)) throws {
        try expect(pair, atLeast: 3)
    }

    @Test func `the focus ring can be seen in both themes`() throws {
        let themes = try Themes()
        for colours in [themes.light, themes.dark] {
            let paper = try #require(colours["paper"])
            let ring = try #require(colours["focus"])
            let edge = try #require(colours["on-focus"])
            #expect(max(contrast(ring, paper), contrast(edge, paper)) >= 3)
        }
    }

    @Test func `the style sheet stays below 18 KB as it is sent`() throws {
        #expect(StyleSheet.compact(try Themes().css).utf8.count < 18_000)
    }

    private func expect(_ pair: (String, String), atLeast least: Double) throws {
        let themes = try Themes()
        for (name, colours) in [("light", themes.light), ("dark", themes.dark)] {
            let front = try #require(colours[pair.0], "no colour \(pair.0)")
            let back = try #require(colours[pair.1], "no colour \(pair.1)")
            let found = contrast(front, back)
            #expect(found >= least, "\(pair.0) on \(pair.1), \(name): \(found)")
        }
    }

    @Test func `a style sheet is sent without comments and without blanks that mean nothing`() throws {
        #expect(
            StyleSheet.compact("/* a */\n.b {\n  color: red; /* c */\n}\n.d,\n.e\n.f { content: \"/* g */\" }\n/* h")
                == ".b{color:red}.d,.e .f{content:\"/* g */\"}")
        #expect(
            StyleSheet.compact("a :hover, b > i { margin: 0 calc(1px + 2px); content: \"; \\\" }\" }")
                == "a :hover,b > i{margin:0 calc(1px + 2px);content:\"; \\\" }\"}")
        #expect(StyleSheet.compact("a { content: \"never closed") == "a{content:\"never closed")
        let themes = try Themes()
        let compact = StyleSheet.compact(themes.css)
        #expect(compact.utf8.count < themes.size * 9 / 10)
        #expect(StyleSheet.compact(compact) == compact)
    }
}
