/// The addresses of imports.
package enum ImportPath: Sendable, Equatable {
    /// The form to upload a workbook with, and where it is sent.
    case new
    /// What was understood; while the file is being read, how far that is.
    case one(String)
    /// Stops the reading.
    case stop(String)
    case takeBack(String)
    case marked(String)
    case working(String)
    case template
    case example

    package var url: String {
        switch self {
        case .new: "/imports/new"
        case .one(let id): "/imports/\(id)"
        case .stop(let id): "/imports/\(id)/stop"
        case .takeBack(let id): "/imports/\(id)/take-back"
        case .marked(let id): "/imports/\(id)/marked.xlsx"
        case .working(let id): "/imports/\(id)/working.xlsx"
        case .template: "/template.xlsx"
        case .example: "/template-example.xlsx"
        }
    }
}
