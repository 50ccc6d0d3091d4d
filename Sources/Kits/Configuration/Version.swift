/// The version of the product: it stands in every account, for the same version gives the same bytes.
package enum Version {
    package static let current = "0.1.0"
}
