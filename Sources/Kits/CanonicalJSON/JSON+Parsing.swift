import CJansson

/// How much a text may hold before it is refused unread.
package struct JSONLimits: Sendable, Equatable {
    package var bytes: Int
    package var depth: Int
    /// Values of all kinds and keys, together; each takes some 50 bytes while a text is read.
    package var values: Int

    package init(bytes: Int = 16 << 20, depth: Int = 64, values: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.values = values
    }
}

extension JSON {
    /// Reads a JSON text in UTF-8 (RFC 8259), with or without a byte order mark.
    ///
    /// Duplicate keys, numbers beyond a double and lone surrogates are refused, as RFC 8785 requires.
    package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONSyntaxError) {
        guard bytes.count <= limits.bytes else {
            throw JSONSyntaxError(.tooLong(limit: limits.bytes), line: 1, column: 1)
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard text.contains(where: { !isSpace($0) }) else { throw JSONSyntaxError(.empty, line: 1, column: 1) }
        try checkSize(of: text, limits)

        let flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL
        var failure = json_error_t()
        let root = text.withUnsafeBytes { buffer in
            json_loadb(buffer.baseAddress, buffer.count, Int(flags), &failure)
        }
        guard let root else { throw JSONSyntaxError(failure) }
        defer { json_decref(root) }
        self = try JSON(copying: root)
    }

    /// Reads a JSON text from a string.
    package init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONSyntaxError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    fileprivate init(copying value: UnsafeMutablePointer<json_t>) throws(JSONSyntaxError) {
        switch value.pointee.type {
        case JSON_OBJECT: self = try .object(members(of: value))
        case JSON_ARRAY:
            var elements: [JSON] = []
            let count = json_array_size(value)
            elements.reserveCapacity(count)
            for index in 0..<count {
                guard let element = json_array_get(value, index) else { continue }
                try elements.append(JSON(copying: element))
            }
            self = .array(elements)
        case JSON_STRING:
            self = .string(copied(json_string_value(value), json_string_length(value)))
        case JSON_INTEGER, JSON_REAL: self = .number(json_number_value(value))
        case JSON_TRUE: self = .bool(true)
        case JSON_FALSE: self = .bool(false)
        default: self = .null
        }
    }
}

private func members(of object: UnsafeMutablePointer<json_t>) throws(JSONSyntaxError) -> [String: JSON] {
    var members: [String: JSON] = [:]
    members.reserveCapacity(json_object_size(object))
    var iterator = json_object_iter(object)
    while let place = iterator {
        if let bytes = json_object_iter_key(place), let value = json_object_iter_value(place) {
            let key = String(cString: bytes)
            // Two spellings of one text (an accent composed or not) are one key to a Swift dictionary.
            guard try members.updateValue(JSON(copying: value), forKey: key) == nil else {
                throw JSONSyntaxError(.duplicateKey(near: "\"\(key)\""), line: 1, column: 1)
            }
        }
        iterator = json_object_iter_next(object, place)
    }
    return members
}

private func copied(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let bytes else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// Refuses deep nesting and very many values before anything that recurses or allocates sees the text.
private func checkSize(of text: ArraySlice<UInt8>, _ limits: JSONLimits) throws(JSONSyntaxError) {
    var depth = 0
    var values = 1
    var line = 1
    var column = 0
    var inString = false
    var escaped = false
    for byte in text {
        // Bytes that continue a character don't count.
        if byte & 0xC0 != 0x80 { column += 1 }
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 0
        }
        if escaped {
            escaped = false
        } else if inString {
            if byte == UInt8(ascii: "\\") { escaped = true }
            if byte == UInt8(ascii: "\"") { inString = false }
        } else {
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                values += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): values += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
            guard depth <= limits.depth else {
                throw JSONSyntaxError(.tooDeep(limit: limits.depth), line: line, column: column)
            }
            guard values <= limits.values else {
                throw JSONSyntaxError(.tooManyValues(limit: limits.values), line: line, column: column)
            }
        }
    }
}

extension JSONSyntaxError {
    fileprivate init(_ failure: json_error_t) {
        // The library keeps its code in the last byte of the text.
        let (text, code) = withUnsafeBytes(of: failure.text) { buffer in
            (String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self), UInt32(buffer.last ?? 0))
        }
        let found = text.split(separator: " near ", maxSplits: 1, omittingEmptySubsequences: false)
        let near = found.count > 1 ? String(found[1]) : nil
        let reason: Reason =
            switch code {
            case json_error_out_of_memory.rawValue: .outOfMemory
            case json_error_stack_overflow.rawValue: .tooDeep(limit: 2048)
            case json_error_invalid_utf8.rawValue: .notUTF8
            case json_error_premature_end_of_input.rawValue: .endsTooEarly
            case json_error_end_of_input_expected.rawValue: .textAfterTheEnd
            case json_error_null_byte_in_key.rawValue: .nullCharacterInKey
            case json_error_duplicate_key.rawValue: .duplicateKey(near: near)
            case json_error_numeric_overflow.rawValue: .numberTooLarge
            default: .notWellFormed(near: near)
            }
        self.init(reason, line: max(1, Int(failure.line)), column: max(1, Int(failure.column)))
    }
}

/// The version of jansson at run time.
package var jsonLibraryVersion: String { String(cString: jansson_version_str()) }
