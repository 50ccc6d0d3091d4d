import HTML
import Words

/// A chart as it stands on a page: on a narrow screen it keeps its size and is moved sideways within its frame.
struct ChartFrame {
    let svg: String

    var body: HTML {
        figure(.class("chart"), .tabindex(0), .role("group"), .ariaLabel("Chart")) { picture(svg: svg) }
    }
}
