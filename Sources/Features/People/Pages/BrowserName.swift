import Words

/// What a browser calls itself, in words: enough for a person to tell their own devices apart.
struct BrowserName {
    let phrase: Phrase

    // Each of these also names those that come after it here, since it wants to be taken for them.
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"),
        ("CrOS", "Chromebook"), ("Linux", "Linux"),
    ]

    /// - Parameter agent: the header `User-Agent`.
    init(_ agent: String) {
        let browser = Self.browsers.first { agent.contains($0.0) }?.1
        let system = Self.systems.first { agent.contains($0.0) }?.1
        switch (browser, system) {
        case (let browser?, let system?): phrase = "\(browser) on \(system)"
        case (let browser?, nil): phrase = "\(browser)"
        case (nil, let system?): phrase = "A browser on \(system)"
        case (nil, nil): phrase = "A browser that doesn’t say its name"
        }
    }
}
