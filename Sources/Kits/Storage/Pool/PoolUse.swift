/// How the connections of one kind are used at a moment.
package struct PoolUse: Sendable, Equatable {
    /// `reader` or `writer`.
    package let role: String
    package let lent: Int
    package let free: Int
    /// How many wait for one.
    package let waiting: Int
}

extension Lender {
    func use(as role: String) -> PoolUse {
        let (lent, free, waiting) = counts
        return PoolUse(role: role, lent: lent, free: free, waiting: waiting)
    }
}
