/// The addresses of the owner's sign-in.
package enum OwnerPath: Sendable {
    case owner
    case signOut

    package var url: String {
        switch self {
        case .owner: "/owner"
        case .signOut: "/owner/sign-out"
        }
    }
}
