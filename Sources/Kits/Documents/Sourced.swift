/// A value together with where it came from, so that every figure can be traced to a cell, an option or an assumption.
package struct Sourced<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    package var origin: Origin

    package init(_ value: Value, from origin: Origin) {
        self.value = value
        self.origin = origin
    }
}

/// Where a value came from.
package enum Origin: Sendable, Equatable {
    case cell(CellReference)
    /// Worked out from the cells, as from how many there are and the part of them that is meant.
    case cells([CellReference])
    /// Given as an option on the command line or a field of the form, by its name without dashes (`discount-rate`).
    case option(String)
    /// Nobody gave it; the product's default stands in and is listed as an assumption.
    case assumed
    /// Worked out from the participants' sheet; the cell is where the map points to it.
    case participants(CellReference)
}
