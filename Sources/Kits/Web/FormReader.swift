import CanonicalJSON
import Documents
import Words

/// Takes a request's body as it arrives: text stays in memory, files go to the scratch folder. Used by one thread at a time.
struct FormReader {
    struct Limits: Sendable {
        var fields = 2000
        var textBytes = 1_000_000
        var files = 0
        /// Of the whole body: the text, the files and what stands between them.
        var bytes = 1_100_000

        init() {}

        init(_ rule: Route.BodyRule, uploadLimit: Int) {
            switch rule {
            case .form: break
            case .upload: (files, bytes) = (4, bytes + uploadLimit)
            case .json: bytes = FormReader.mostJSON
            // As much as a form with such a file, so that both are refused with the same words.
            case .file: (files, bytes) = (1, bytes + uploadLimit)
            case .nothing: bytes = 0
            }
        }

        /// The limit as people are told it: of the files where files are taken, else of the text.
        var statedBytes: Int { files > 0 ? bytes - 1_100_000 : min(bytes, textBytes) }
    }

    /// Bytes.
    static let mostJSON = 320_000
    private static let json = JSONLimits(bytes: mostJSON, depth: 8, values: 4_000)

    private enum Encoding {
        case url([UInt8])
        case multipart(MultipartParser)
        case json([UInt8])
        case file(name: String, size: Int, ScratchFile)
    }

    private enum Part {
        case text(name: String, bytes: [UInt8])
        case file(name: String, fileName: String, size: Int, ScratchFile)
    }

    let limits: Limits
    private let scratch: ScratchFolder
    private var encoding: Encoding
    private var form = Form()
    private var part: Part?
    private var received = 0
    private var textBytes = 0

    /// - Returns: nil where the content type is none that the rule allows.
    init?(_ rule: Route.BodyRule, contentType: String, uploadLimit: Int, scratch: ScratchFolder) throws(FormProblem) {
        self.scratch = scratch
        limits = Limits(rule, uploadLimit: uploadLimit)
        let type = HeaderValue(contentType).value
        switch rule {
        case .nothing: return nil
        case .json:
            guard type == MediaType.json else { return nil }
            encoding = .json([])
        case .file(let name, let types):
            guard types.contains(type) else { return nil }
            guard let file = ScratchFile(in: scratch) else { throw .noSpace }
            encoding = .file(name: name, size: 0, file)
        case .form, .upload:
            guard let form = Self.encoding(of: contentType) else { return nil }
            encoding = form
        }
    }

    /// - Returns: nil where the content type is neither of the two that forms have.
    init?(contentType: String, limits: Limits, scratch: ScratchFolder) {
        guard let encoding = Self.encoding(of: contentType) else { return nil }
        self.encoding = encoding
        self.limits = limits
        self.scratch = scratch
    }

    private static func encoding(of contentType: String) -> Encoding? {
        if let parser = MultipartParser(contentType: contentType) {
            return .multipart(parser)
        }
        return HeaderValue(contentType).value == "application/x-www-form-urlencoded" ? .url([]) : nil
    }

    mutating func push(_ bytes: UnsafeRawBufferPointer) throws(FormProblem) {
        received += bytes.count
        guard received <= limits.bytes else { throw .tooLarge(limit: limits.statedBytes) }
        switch encoding {
        case .url(var held):
            guard held.count + bytes.count <= limits.textBytes else { throw .tooLarge(limit: limits.textBytes) }
            // Emptied first, so that the bytes are appended in place and not to a copy.
            encoding = .url([])
            held.append(contentsOf: bytes)
            encoding = .url(held)
        case .json(var held):
            encoding = .url([])
            held.append(contentsOf: bytes)
            encoding = .json(held)
        case .file(let name, let size, let file):
            guard file.append(bytes) else { throw .noSpace }
            encoding = .file(name: name, size: size + bytes.count, file)
        case .multipart(var parser):
            encoding = .url([])
            try parser.push(bytes) { (event) throws(FormProblem) in try take(event) }
            encoding = .multipart(parser)
        }
    }

    /// The end of the body.
    mutating func finish() throws(FormProblem) -> Form {
        switch encoding {
        case .url(let bytes):
            guard let fields = Fields(urlEncoded: bytes, limit: limits.fields) else { throw .malformed }
            for (name, value) in fields.pairs { form.fields.append(name, linesJoined(value)) }
        case .multipart(let parser):
            try parser.finish()
        case .json(let bytes):
            do { form.json = try JSON(parsing: bytes, limits: Self.json) } catch { throw .notJSON(error.message) }
        case .file(let name, let size, let file):
            form.files = [UploadedFile(field: name, name: "", size: size, scratch: file)]
        }
        return form
    }

    private mutating func take(_ event: MultipartParser.Event) throws(FormProblem) {
        switch event {
        case .part(let name, let fileName): part = try begin(name, fileName)
        case .content(let bytes): try add(bytes)
        case .partEnd: try end()
        }
    }

    private func begin(_ name: String, _ fileName: String?) throws(FormProblem) -> Part {
        guard form.fields.pairs.count + form.files.count < limits.fields else { throw .tooManyFields }
        guard let fileName else { return .text(name: name, bytes: []) }
        guard form.files.count < limits.files else { throw .tooManyFiles }
        guard let file = ScratchFile(in: scratch) else { throw .noSpace }
        return .file(name: name, fileName: shownName(fileName), size: 0, file)
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) throws(FormProblem) {
        let current = part
        part = nil
        switch current {
        case .text(let name, var held):
            textBytes += bytes.count
            guard textBytes <= limits.textBytes else { throw .tooLarge(limit: limits.textBytes) }
            held.append(contentsOf: bytes)
            part = .text(name: name, bytes: held)
        case .file(let name, let fileName, let size, let file):
            guard file.append(bytes) else { throw .noSpace }
            part = .file(name: name, fileName: fileName, size: size + bytes.count, file)
        case nil: break
        }
    }

    private mutating func end() throws(FormProblem) {
        switch part {
        case .text(let name, let bytes):
            guard let value = plainText(bytes, allowsLines: true) else { throw .unreadableText }
            form.fields.append(name, linesJoined(value))
        case .file(let field, let name, let size, let file):
            form.files.append(UploadedFile(field: field, name: name, size: size, scratch: file))
        case nil: break
        }
        part = nil
    }
}

/// What was wrong with a form's body.
enum FormProblem: Error, Equatable {
    case malformed
    case unreadableText
    case tooManyFields
    case tooManyFiles
    /// Bytes.
    case tooLarge(limit: Int)
    case noSpace
    /// With what is wrong, as the parser says it.
    case notJSON(String)
}

/// A file's name for showing: in one line, without folders, what can't be shown, or anything beyond 200 characters.
package func shownName(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    return String(
        last.unicodeScalars.filter { !$0.isUnshowable && $0.properties.generalCategory != .control }.prefix(200)
            .map(Character.init))
}

/// Line ends as one character, whichever the browser sent.
private func linesJoined(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var lines = ""
    for character in text.unicodeScalars where character != "\r" { lines.unicodeScalars.append(character) }
    return lines
}
