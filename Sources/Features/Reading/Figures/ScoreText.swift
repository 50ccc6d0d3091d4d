/// Scores in words.
enum ScoreText {
    /// Yes and no as 1 and 0, so that their mean is the share of yes.
    static func yesNo(_ text: String) -> Double? {
        switch text.lowercased() {
        case "yes", "y", "true", "ie", "oes", "ydy": 1
        case "no", "n", "false", "nac oes", "nac ydy": 0
        default: nil
        }
    }
}
