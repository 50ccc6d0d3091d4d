import Testing

@testable import Storage

struct PostgresDialectTests {
    @Test(arguments: [
        ("CREATE TABLE a (b INTEGER, c BLOB) STRICT", "CREATE TABLE a (b BIGINT, c BYTEA) "),
        ("CREATE TABLE a (b TEXT) STRICT, WITHOUT ROWID;", "CREATE TABLE a (b TEXT COLLATE \"C\") ;"),
        ("create table a (b integer) strict;", "create table a (b BIGINT) ;"),
        ("c TEXT NOT NULL", "c TEXT COLLATE \"C\" NOT NULL"), ("CAST(c AS TEXT)", "CAST(c AS TEXT)"),
        ("CAST(c AS INTEGER)", "CAST(c AS BIGINT)"),
        ("CHECK (c <> 'an INTEGER, a BLOB')", "CHECK (c <> 'an INTEGER, a BLOB')"),
        ("'it''s TEXT' TEXT", "'it''s TEXT' TEXT COLLATE \"C\""), ("\"INTEGER\" INTEGER", "\"INTEGER\" BIGINT"),
        ("-- an INTEGER\nx INTEGER", "-- an INTEGER\nx BIGINT"),
        ("/* BLOB */ BLOB /* TEXT", "/* BLOB */ BYTEA /* TEXT"),
        ("INTEGERS integer_b strict_c texts", "INTEGERS integer_b strict_c texts"), ("'open TEXT", "'open TEXT"),
        ("SELECT strict FROM a", "SELECT strict FROM a"), ("", ""),
    ])
    func `types are put in, and what stands in quotes or remarks stays`(script: String, rendered: String) {
        #expect(PostgresDialect.render(script) == rendered)
    }

    @Test func `any text is rendered in the end, and what holds no type is left as it is`() {
        var random = SystemRandomNumberGenerator()
        let signs = Array("'\"-/*();,\n aéB_9$")
        for _ in 0..<2000 {
            let text = String((0..<Int.random(in: 0..<40, using: &random)).compactMap { _ in signs.randomElement() })
            #expect(PostgresDialect.render(text) == text)
        }
    }
}
