import Accounts
import Disclosure
import Measurement
import Statistics

/// The counts and sums of one group that leave the provider.
///
/// Sums over everybody, set beside sums over those who have both values, would give away what the others answered: with one
/// person not measured again, that person's score. So before and after stand on the people who have both. Only where there is
/// a comparison group does after stand on everybody measured, and then before is left out unless nobody or ten people and
/// more make the difference.
struct ShownMoments {
    let before: Moments?
    let after: Moments
    let change: Moments?

    init(_ group: MeasuredGroup, of change: MeasuredChange) {
        guard change.hasBefore else {
            (before, after, self.change) = (nil, group.after, nil)
            return
        }
        self.change = group.change
        guard change.comparison != nil else {
            (before, after) = (group.pairedBefore, group.pairedAfter)
            return
        }
        let others = group.after.count - group.change.count
        after = group.after
        before = others == 0 || mayShowMean(of: others) ? group.pairedBefore : nil
    }
}
