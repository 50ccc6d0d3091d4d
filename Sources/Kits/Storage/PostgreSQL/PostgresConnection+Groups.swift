/// Several writes that share one right to write and one wait for the disk.
extension PostgresConnection {
    /// Runs each group all or none, and all of them with one right to write and one wait for the disk.
    func writeTogether(_ groups: [AuthoredWrite], for scope: PostgresScope) -> [Result<[Int], StorageError>] {
        guard groups.count > 1 else { return groups.map { writeAlone($0, for: scope) } }
        do throws(StorageError) {
            let unit = try begin(for: scope)
            var results: [Result<[Int], StorageError>] = []
            for group in groups { results.append(try writePart(group, in: unit)) }
            try commit()
            return results
        } catch {
            rollback()
            switch error {
            case .busy, .closed, .uncertain, .unreachable: return groups.map { _ in .failure(error) }
            // Nothing was kept, and what one group does must not fail the others: now each for itself.
            default: return groups.map { writeAlone($0, for: scope) }
            }
        }
    }

    private func writePart(
        _ write: AuthoredWrite, in unit: Unit
    ) throws(StorageError) -> Result<[Int], StorageError> {
        try script("SAVEPOINT part; \(try write.author.setting())", in: unit)
        do throws(StorageError) {
            let changes = try execute(write.statements, in: unit)
            // What is judged at the end is judged here, so that it fails only the writer who broke it.
            try script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE part", in: unit)
            return .success(changes)
        } catch {
            guard goesOn() else { throw error }
            try script("ROLLBACK TO part; RELEASE part", in: unit)
            return .failure(error)
        }
    }

    private func writeAlone(_ write: AuthoredWrite, for scope: PostgresScope) -> Result<[Int], StorageError> {
        do throws(StorageError) {
            let changes = try execute(write.statements, in: try begin(for: scope, by: write.author))
            try commit()
            return .success(changes)
        } catch {
            rollback()
            return .failure(error)
        }
    }
}
