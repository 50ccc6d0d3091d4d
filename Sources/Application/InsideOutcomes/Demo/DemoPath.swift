/// The addresses of the demo place.
enum DemoPath {
    /// The workbook of an example, by its file name.
    case workbook(String)

    var url: String {
        switch self {
        case .workbook(let fileName): "/examples/\(fileName)"
        }
    }
}
