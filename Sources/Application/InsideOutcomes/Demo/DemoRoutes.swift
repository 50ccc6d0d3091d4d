import Publishing
import Documents
import Imports
import Web

/// The workbooks of the demo place, so that anybody can make the examples' accounts again and compare.
struct DemoRoutes: Sendable {
    private let services: Services
    private let made = MadeDownloads()

    init(_ services: Services) {
        self.services = services
    }

    static func address(of edition: Edition) -> String? {
        ExampleWorkbook.all.first { $0.id == edition.account && $0.edition == edition.number }
            .map { DemoPath.workbook($0.fileName).url }
    }

    var routes: [Route] { [Route(.get, DemoPath.workbook(":name").url, access: .anyone, handler: workbook)] }

    private func workbook(_ request: Request) async throws -> Reply {
        guard let example = ExampleWorkbook.all.first(where: { $0.fileName == request.parameters["name"] }) else {
            throw Problem.notFound
        }
        let name = example.fileName
        if let bytes = made.bytes(name) { return .download(.shared(bytes), name: name, contentType: MediaType.xlsx) }
        do throws(WorkerProblem) {
            let bytes = SharedBytes(try await services.worker.write(example.plan))
            made.keep(bytes, name)
            return .download(.shared(bytes), name: name, contentType: MediaType.xlsx)
        } catch {
            throw Problem(worker: error)
        }
    }
}
