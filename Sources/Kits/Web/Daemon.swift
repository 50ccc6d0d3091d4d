import CMicrohttpd
import Glibc

/// Starts libmicrohttpd with our options and callbacks.
enum Daemon {
    /// Bytes for the header and the buffers of one connection; a longer header gets 431 from the library.
    private static let connectionMemory = 32_768

    static func start(_ core: Core, socket: Int32, limits: Server.Limits, isLoopback: Bool) -> OpaquePointer? {
        let flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
        let held = Unmanaged.passRetained(core)
        let context = held.toOpaque()
        let threads = max(2, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        // Behind a proxy all connections come from one address.
        let perAddress = isLoopback ? limits.connections : max(20, limits.connections / 10)
        var options = [
            option(.LISTEN_SOCKET, Int(socket)), option(.THREAD_POOL_SIZE, threads),
            option(.CONNECTION_MEMORY_LIMIT, connectionMemory), option(.CONNECTION_LIMIT, limits.connections),
            option(.CONNECTION_TIMEOUT, limits.idleSeconds), option(.PER_IP_CONNECTION_LIMIT, perAddress),
            option(.STRICT_FOR_CLIENT, 1),
            option(.URI_LOG_CALLBACK, function(firstLine as FirstLine), context),
            option(.NOTIFY_COMPLETED, function(completed as MHD_RequestCompletedCallback), context),
            option(.NOTIFY_CONNECTION, function(connected as MHD_NotifyConnectionCallback), context),
            option(.END, 0),
        ]
        let daemon = options.withUnsafeMutableBufferPointer { options -> OpaquePointer? in
            guard let first = options.baseAddress else { return nil }
            return withVaList([MHD_OPTION.ARRAY.rawValue, first, MHD_OPTION.END.rawValue]) { list in
                MHD_start_daemon_va(flags, 0, nil, nil, request, context, list)
            }
        }
        if daemon == nil { held.release() }
        return daemon
    }

    /// Ends the library's threads and lets go of what ``start(_:socket:limits:isLoopback:)`` held for them.
    static func stop(_ daemon: OpaquePointer, _ core: Core) {
        MHD_stop_daemon(daemon)
        Unmanaged.passUnretained(core).release()
    }

    private typealias FirstLine =
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer?

    private static func option(
        _ option: MHD_OPTION, _ value: Int, _ pointer: UnsafeMutableRawPointer? = nil
    ) -> MHD_OptionItem {
        MHD_OptionItem(option: option, value: value, ptr_value: pointer)
    }

    private static func function<Function>(_ function: Function) -> Int {
        Int(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self))
    }

    /// The address as it was sent, before the library decodes it.
    private static let firstLine: FirstLine = { context, target, _ in
        guard let core = core(context), let target else { return nil }
        let bytes = Array(UnsafeRawBufferPointer(start: target, count: strlen(target)))
        return Unmanaged.passRetained(Exchange(server: core, rawTarget: bytes)).toOpaque()
    }

    private static let request: MHD_AccessHandlerCallback = { _, connection, _, method, _, bytes, count, held in
        guard let connection, let count, let held = held?.pointee else { return .NO }
        return Unmanaged<Exchange>.fromOpaque(held).takeUnretainedValue()
            .advance(Wire(connection: connection), method: method, bytes: bytes, count: count)
    }

    private static let completed: MHD_RequestCompletedCallback = { _, connection, held, end in
        guard let connection, let exchange = held?.pointee else { return }
        held?.pointee = nil
        Unmanaged<Exchange>.fromOpaque(exchange).takeRetainedValue()
            .complete(Wire(connection: connection), isWhole: end == .REQUEST_TERMINATED_COMPLETED_OK)
    }

    private static let connected: MHD_NotifyConnectionCallback = { context, connection, held, event in
        guard let core = core(context), let connection, let held else { return }
        switch event {
        case .CONNECTION_NOTIFY_STARTED:
            let opened = core.connections.opened(
                socket: io_mhd_socket(connection), client: Wire(connection: connection).client())
            held.pointee = Unmanaged.passRetained(opened).toOpaque()
        case .CONNECTION_NOTIFY_CLOSED:
            guard let pointer = held.pointee else { return }
            held.pointee = nil
            core.connections.closed(Unmanaged<Connections.Connection>.fromOpaque(pointer).takeRetainedValue())
        }
    }

    private static func core(_ context: UnsafeMutableRawPointer?) -> Core? {
        context.map { Unmanaged<Core>.fromOpaque($0).takeUnretainedValue() }
    }
}
