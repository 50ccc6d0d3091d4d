import Accounts
import FoundationEssentials
import Measurement
import Words

/// Says in one sentence what a measured change shows, and no more than its interval allows.
struct ChangeSentence {
    let text: Phrase

    init(_ change: MeasuredChange, _ figure: Figure) {
        let name: Phrase = change.higherIsBetter ? "\(change.name)" : "\(change.name) (lower is better)"
        guard let value = figure.value, let low = figure.low, let high = figure.high else {
            text = "\(name): fewer than 10 people were measured, which is too few to show an average."
            return
        }
        let amount = Wording.measured(value.magnitude, currency: change.currency)
        let isOpen = low <= 0 && high >= 0
        // "Down by 1.85 (1.48 to 2.22)": a fall is told without its sign, and so are its ends.
        let (least, most) = isOpen || value > 0 ? (low, high) : (high.magnitude, low.magnitude)
        let from = Wording.amount(least, currency: change.currency)
        let to = Wording.amount(most, currency: change.currency)
        let toOpen = Wording.measured(most, currency: change.currency)
        if change.comparison != nil {
            text =
                isOpen
                ? "\(name): it is too early to say; the gap to the comparison group could be from \(from) to \(toOpen), so no gap at all is possible."
                : value > 0
                    ? "\(name): \(amount) higher on average than in the comparison group (likely range \(from) to \(to))."
                    : "\(name): \(amount) lower on average than in the comparison group (likely range \(from) to \(to))."
        } else if change.hasBefore {
            text =
                isOpen
                ? "\(name): it is too early to say; the average change could be from \(from) to \(toOpen), so no change at all is possible."
                : value > 0
                    ? "\(name): up by \(amount) on average from before to after (likely range \(from) to \(to))."
                    : "\(name): down by \(amount) on average from before to after (likely range \(from) to \(to))."
        } else {
            text =
                "\(name): \(Wording.measured(value, currency: change.currency)) on average, measured once, so no change can be shown."
        }
    }
}
