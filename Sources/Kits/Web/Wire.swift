import CMicrohttpd
import Glibc

/// The library's handle of a connection, with what is read from and written to it.
struct Wire: @unchecked Sendable {
    // The library allows suspend and resume from any thread; everything else here is called from the connection's own.
    let connection: OpaquePointer

    var record: Connections.Connection? {
        guard let context = io_mhd_socket_context(connection) else { return nil }
        return Unmanaged<Connections.Connection>.fromOpaque(context).takeUnretainedValue()
    }

    func headers() -> Headers {
        var fields: [(name: String, value: String)] = []
        fields.reserveCapacity(16)
        withUnsafeMutablePointer(to: &fields) { fields in
            _ = MHD_get_connection_values_n(
                connection, .HEADER_KIND,
                { fields, _, name, nameCount, value, valueCount in
                    guard let name, let fields = fields?.assumingMemoryBound(to: [(name: String, value: String)].self)
                    else {
                        return .NO
                    }
                    fields.pointee.append((text(name, nameCount), text(value, valueCount)))
                    return .YES
                }, fields)
        }
        return Headers(fields)
    }

    func client() -> String {
        guard let address = io_mhd_client(connection) else { return "" }
        let isIPv6 = address.pointee.sa_family == AF_INET6
        let length = socklen_t(isIPv6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN) + 20)
        guard getnameinfo(address, length, &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST) == 0 else {
            return ""
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// - Parameter isLast: whether the connection is to be closed after this answer.
    func queue(_ outgoing: Outgoing, isLast: Bool) -> MHD_Result {
        guard let response = response(outgoing.body) else { return .NO }
        defer { MHD_destroy_response(response) }
        for header in outgoing.headers { MHD_add_response_header(response, header.name, header.value) }
        if isLast { MHD_add_response_header(response, "Connection", "close") }
        return MHD_queue_response(connection, UInt32(outgoing.status), response)
    }

    private func response(_ body: Reply.Body) -> OpaquePointer? {
        switch body {
        case .none: return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { raw in
                MHD_create_response_from_buffer(
                    raw.count, UnsafeMutableRawPointer(mutating: raw.baseAddress), .RESPMEM_MUST_COPY)
            }
        case .shared(let bytes):
            return MHD_create_response_from_buffer_with_free_callback_cls(
                bytes.count, bytes.buffer.baseAddress,
                { held in held.map { Unmanaged<SharedBytes>.fromOpaque($0).release() } },
                Unmanaged.passRetained(bytes).toOpaque())
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { return nil }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                return nil
            }
            // Closes the file when it has been sent.
            return MHD_create_response_from_fd64(UInt64(status.st_size), descriptor)
        }
    }
}

private func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let start else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
}
