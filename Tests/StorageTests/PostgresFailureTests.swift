import Testing

@testable import Storage

/// The codes are those of PostgreSQL's handbook, appendix A.
struct PostgresFailureTests {
    @Test(arguments: [
        ("53100", StorageError.full), ("25006", .readOnly), ("53300", .busy), ("40001", .busy), ("40P01", .busy),
        ("55P03", .busy), ("57014", .busy), ("54000", .tooLarge), ("XX001", .corrupt(detail: "XX001 words")),
        ("XX002", .corrupt(detail: "XX002 words")), ("57P01", .unreachable(detail: "57P01 words")),
        ("08006", .unreachable(detail: "08006 words")), ("42501", .forbidden(detail: "42501 words")),
        ("58030", .device(detail: "58030 words")), ("42601", .statement(detail: "42601 words")),
        ("0A000", .statement(detail: "0A000 words")),
    ])
    func `each of the server's codes has its meaning here`(state: String, error: StorageError) {
        #expect(StorageError(state: state, message: "words\nmore", names: []) == error)
    }

    @Test(arguments: [
        ("23505", StorageError.Constraint.unique), ("23503", .foreignKey), ("23502", .notNull), ("23514", .check),
        ("22P02", .type), ("22003", .type), ("23001", .other),
    ])
    func `a broken rule has its name, and never the value that broke it`(state: String, kind: StorageError.Constraint) {
        let error = StorageError(state: state, message: "invalid input: \"Zebrina\"", names: ["person", "name"])
        #expect(error == .constraint(kind, detail: "\(state) person name"))
    }

    @Test(arguments: [
        ("FATAL:  53300: sorry, too many clients already\nLOCATION:  x", StorageError.busy),
        (
            "connection to server at \"db\" (10.0.0.1), port 5432 failed: FATAL:  28P01: password authentication failed",
            .unopenable(path: "PostgreSQL", detail: "28P01 password authentication failed")
        ),
        (
            "FATAL:  57P03: the database system is starting up",
            .unreachable(detail: "57P03 the database system is starting up")
        ),
        ("could not translate host name\n", .unreachable(detail: "could not translate host name")),
        ("", .unreachable(detail: "")),
    ])
    func `why no connection was taken is read from the server's words`(text: String, error: StorageError) {
        #expect(StorageError(refusal: text) == error)
    }
}
