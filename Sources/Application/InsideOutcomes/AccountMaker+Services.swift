import Accounts
import Documents
import Publishing
import Reckoning
import Renderings

extension AccountMaker {
    /// Works accounts out and renders them with this worker and style sheet.
    init(worker: any DocumentWorker, style: String) {
        self.init(
            make: { (understanding, facts, words) throws(AccountError) in
                let account = try Account(of: understanding, facts: facts)
                let files = try await RenderAccount(worker: worker, catalogue: words, style: style).run(account)
                return (account, files)
            },
            workingCopy: { (understanding, workbook, words, date) throws(AccountError) in
                guard let own = WorkingWorkbook(understanding, of: workbook, in: words, date: date) else { return nil }
                let plan = try own.plan()
                do throws(WorkerProblem) { return try await worker.write(plan) } catch { throw .worker(error) }
            })
    }
}
