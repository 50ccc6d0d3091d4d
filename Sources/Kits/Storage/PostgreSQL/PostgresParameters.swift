import CPostgres

/// The values of a statement as they are sent: each with its type, so that no server has to guess it, and in binary form, so that
/// nothing is converted on the way. A missing value has no type: it takes that of where it stands.
struct PostgresParameters {
    /// The numbers of types, as every PostgreSQL has them (`pg_type.dat`).
    enum TypeNumber {
        static let integer: Oid = 20
        static let text: Oid = 25
        static let bytes: Oid = 17
    }

    private(set) var types: [Oid] = []
    private var lengths: [Int32] = []
    private var offsets: [Int?] = []
    private var bytes: [UInt8] = []

    init() {}

    init(_ values: [SQL.Value]) throws(StorageError) {
        guard values.count <= SQL.mostValues else { throw .tooLarge }
        for value in values {
            let start = bytes.count
            switch value {
            case .null:
                types.append(0)
                lengths.append(0)
                offsets.append(nil)
                continue
            case .integer(let number):
                types.append(TypeNumber.integer)
                withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
            case .text(let text):
                guard text.utf8.count <= SQL.mostBytes else { throw .tooLarge }
                guard !text.utf8.contains(0) else { throw .unstorable }
                types.append(TypeNumber.text)
                bytes.append(contentsOf: text.utf8)
            case .bytes(let blob):
                guard blob.count <= SQL.mostBytes else { throw .tooLarge }
                types.append(TypeNumber.bytes)
                bytes.append(contentsOf: blob)
            }
            lengths.append(Int32(bytes.count - start))
            offsets.append(start)
        }
        // So that even a lone empty value has an address; a null pointer would mean that it is missing.
        bytes.append(0)
    }

    /// Adds a parameter that is written by `write`.
    mutating func append(
        _ type: Oid, _ write: (inout [UInt8]) throws(StorageError) -> Void
    ) throws(StorageError) {
        let start = bytes.count
        try write(&bytes)
        guard bytes.count - start <= SQL.mostBytes else { throw .tooLarge }
        types.append(type)
        lengths.append(Int32(bytes.count - start))
        offsets.append(start)
    }

    func send(_ name: String, over handle: OpaquePointer) -> Bool {
        let formats = [Int32](repeating: 1, count: types.count)
        return bytes.withUnsafeBytes { memory in
            let start = memory.bindMemory(to: CChar.self).baseAddress
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return PQsendQueryPrepared(handle, name, Int32(types.count), pointers, lengths, formats, 1) == 1
        }
    }
}
