package import HTML
package import Web

/// What is said beside an account to those who work on it about the words of its outcomes; the application tells it.
package typealias WordsNote = @Sendable (_ outcomes: [String], _ request: Request) async throws -> HTML
