import Disclosure
import Statistics

extension MeasuredChange {
    /// The same without a comparison group that is too small to show a mean, where the programme's own change can be shown.
    package var comparingEnough: MeasuredChange {
        let own = hasBefore ? programme.change.count : programme.after.count
        guard let comparison, !mayShowMean(of: comparison.after.count), mayShowMean(of: own) else { return self }
        var alone = self
        alone.comparison = nil
        return alone
    }
}
