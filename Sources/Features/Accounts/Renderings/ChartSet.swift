import Documents
import Words

/// The charts of an account.
struct ChartSet {
    let account: Account
    let catalogue: Catalogue

    init(_ account: Account, in catalogue: Catalogue) {
        self.account = account
        self.catalogue = catalogue
    }

    func draw(with worker: any DocumentWorker) async throws(WorkerProblem) -> AccountCharts { AccountCharts() }
}
