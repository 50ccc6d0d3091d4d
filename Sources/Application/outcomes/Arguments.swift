import Words

/// What followed a command's name, sorted into options and operands.
///
/// `--name value` and `--name=value` are the same; `--` ends the options; `-` alone is an operand (standard input).
struct Arguments: Sendable, Equatable {
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]
    private var switches: Set<String> = []

    init(_ words: [String], options: [Option]) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            if word == "--" {
                operands += rest
                return
            }
            let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts.first ?? "")
            guard word.hasPrefix("--"), let option = options.first(where: { $0.name == name }) else {
                throw UsageError(unknown(word, among: options))
            }
            if option.value == nil {
                guard parts.count == 1 else { throw UsageError("--\(name) takes no value.") }
                switches.insert(name)
            } else if parts.count == 2 {
                values[name, default: []].append(String(parts[1]))
            } else if let value = rest.popFirst() {
                values[name, default: []].append(value)
            } else {
                throw UsageError("--\(name) needs a value.")
            }
        }
    }

    func has(_ name: String) -> Bool { switches.contains(name) }

    /// The last value given to an option.
    func value(_ name: String) -> String? { values[name]?.last }

    /// Every value given to an option that may be repeated, in order.
    func values(_ name: String) -> [String] { values[name] ?? [] }

    /// The one operand that a command takes. `missing` says what it is.
    func onlyOperand(missing: Phrase) throws(UsageError) -> String {
        guard let first = operands.first else { throw UsageError(missing) }
        if operands.count > 1 { throw UsageError("There is one word too many: “\(operands[1])”.") }
        return first
    }
}

private func unknown(_ word: String, among options: [Option]) -> Phrase {
    let known = options.map { "--\($0.name)" }
    guard !known.isEmpty else { return "This command has no options, so “\(word)” means nothing here." }
    return "“\(word)” is not an option of this command. It has \(known.joined(separator: ", "))."
}
