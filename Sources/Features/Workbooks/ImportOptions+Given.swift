extension ImportOptions {
    /// The options as they are typed on the command line, so that anyone can repeat what was done here.
    package var given: [String] {
        let texts = Self.texts.compactMap { name, path in self[keyPath: path].map { "--\(name)=\($0)" } }
        return texts + takes.map { "--take=\($0)" }
    }
}
