/// The methods that a route can take. HEAD is answered by the route for GET.
package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    /// For programs only; a page's form has GET and POST.
    case delete = "DELETE"
}
