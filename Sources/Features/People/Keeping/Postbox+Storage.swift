import Jobs
import Mail
import Storage

extension Postbox {
    /// Puts a letter in, where every failure is one of the store. Where too many wait, whoever asked is told so by ``Web/Problem/tooMuchWaits``.
    func post(_ letter: Letter, to place: String, _ transaction: any Transaction) async throws(StorageError) {
        do {
            try await post(letter, in: place, transaction)
        } catch .storage(let error) {
            throw error
        } catch {
            throw .undone(detail: error.code)
        }
    }
}
