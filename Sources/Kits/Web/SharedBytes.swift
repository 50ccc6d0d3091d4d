/// Bytes that never change and stay where they are, so that many answers are sent from them without a copy.
package final class SharedBytes: Sendable {
    // Written once in `init`, freed in `deinit`, only read in between.
    nonisolated(unsafe) let buffer: UnsafeMutableRawBufferPointer

    package init(_ bytes: some Collection<UInt8>) {
        buffer = .allocate(byteCount: bytes.count, alignment: 16)
        buffer.copyBytes(from: bytes)
    }

    package var count: Int { buffer.count }

    package var bytes: [UInt8] { Array(buffer) }

    deinit { buffer.deallocate() }
}
