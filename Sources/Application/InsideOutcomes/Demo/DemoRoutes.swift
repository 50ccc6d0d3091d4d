import Accounts
import Documents
import Imports
import Web

/// The workbooks of the demo place, so that anybody can make the examples' accounts again and compare.
struct DemoRoutes: Sendable {
    private let services: Services

    init(_ services: Services) {
        self.services = services
    }

    private static func address(_ fileName: String) -> String { "/examples/\(fileName)" }

    static func address(of edition: Edition) -> String? {
        ExampleWorkbook.all.first { $0.id == edition.account && $0.edition == edition.number }
            .map { address($0.fileName) }
    }

    var routes: [Route] { [Route(.get, Self.address(":name"), access: .anyone, handler: workbook)] }

    private func workbook(_ request: Request) async throws -> Reply {
        guard let example = ExampleWorkbook.all.first(where: { $0.fileName == request.parameters["name"] }) else {
            throw Problem.notFound
        }
        do throws(WorkerProblem) {
            let bytes = try await services.worker.write(example.plan)
            return .download(.bytes(bytes), name: example.fileName, contentType: MediaType.xlsx)
        } catch {
            throw Problem(worker: error)
        }
    }
}
