import FoundationEssentials
import Glibc
import Testing

@testable import Web

@Suite(.serialized) struct SlowUploadTests {
    private let type = "Content-Type: multipart/form-data; boundary=b0"

    private func start(_ token: String) -> String {
        part("form-token") + token + "\r\n" + part("service") + "Befriending\r\n"
            + "--b0\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"map.xlsx\"\r\n\r\n"
    }

    private func part(_ name: String) -> String { "--b0\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n" }

    /// A file goes when its request is let go of, which may be a moment after the answer has come.
    private func isScratchEmpty(_ site: RunningSite) async throws -> Bool {
        for _ in 0..<40 {
            if try FileManager.default.contentsOfDirectory(atPath: site.folder + "/scratch").isEmpty { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Sends a file of so many bytes in chunks, or with a length, and gives the answer.
    private func upload(_ site: RunningSite, bytes: Int, isChunked: Bool) async -> HTTPAnswer? {
        let form = site.form
        let first = Array(start(form.token).utf8)
        let last = Array("\r\n--b0--\r\n".utf8)
        let (address, type) = (site.address, type)
        return await apart {
            let client = HTTPClient(address, receiveSeconds: 30)
            let length =
                isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(first.count + bytes + last.count)"
            client.write(head("POST", "/upload", ["Cookie: \(form.cookie)", type, length]))
            func send(_ piece: [UInt8]) -> Bool {
                isChunked
                    ? client.write(String(piece.count, radix: 16) + "\r\n") && client.write(piece)
                        && client.write("\r\n")
                    : client.write(piece)
            }
            guard send(first) else { return client.read() }
            let piece = [UInt8](repeating: 0x0D, count: 100_000)
            for sent in stride(from: 0, to: bytes, by: piece.count) {
                guard send(Array(piece.prefix(bytes - sent))) else { return client.read() }
            }
            _ = send(last)
            if isChunked { client.write("0\r\n\r\n") }
            return client.read()
        }
    }

    @Test(arguments: [true, false])
    func `25 MB are taken and leave nothing behind`(isChunked: Bool) async throws {
        let site = try RunningSite()
        let answer = await upload(site, bytes: 25_000_000, isChunked: isChunked)
        #expect(answer?.text == "map.xlsx 25000000 25000000 Befriending")
        #expect(try await isScratchEmpty(site))
        await site.server.stop()
    }

    @Test func `a chunked body, which announces no length, is counted`() async throws {
        let site = try RunningSite()
        let answer = await upload(site, bytes: 27_500_000, isChunked: true)
        #expect(answer?.status == 413)
        let endless = await upload(site, bytes: 60_000_000, isChunked: true)
        #expect(endless == nil || endless?.status == 413)
        #expect(try await isScratchEmpty(site))
        await site.server.stop()
    }

    @Test func `only so many uploads are under way at once`() async throws {
        let site = try RunningSite()
        let form = site.form
        let (address, type) = (site.address, type)
        let (waiting, status) = await apart {
            let waiting = (0..<4).map { _ in HTTPClient(address) }
            let start = head("POST", "/upload", ["Cookie: \(form.cookie)", type, "Content-Length: 1000"])
            for client in waiting { client.write(start + "--b0") }
            usleep(600_000)
            let late = HTTPClient(address)
            late.write(start)
            return (waiting, late.read()?.status)
        }
        #expect(status == 503)
        _ = consume waiting
        for _ in 0..<40 where site.server.openConnections > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(await upload(site, bytes: 10, isChunked: false)?.status == 200)
        await site.server.stop()
    }

    @Test func `an upload that is broken off leaves nothing behind`() async throws {
        let site = try RunningSite()
        let form = site.form
        let (address, type, first) = (site.address, type, start(form.token))
        await apart {
            let client = HTTPClient(address)
            client.write(head("POST", "/upload", ["Cookie: \(form.cookie)", type, "Content-Length: 1000000"]) + first)
            client.write([UInt8](repeating: 1, count: 200_000))
            usleep(200_000)
        }
        for _ in 0..<40 where site.server.openConnections > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try await isScratchEmpty(site))
        await site.server.stop()
    }

    @Test func `a server that starts clears away what an earlier one left`() async throws {
        let site = try RunningSite()
        let left = site.folder + "/scratch/upload-left"
        try "x".write(toFile: left, atomically: false, encoding: .utf8)
        // Another site of the same server must not take away what is just coming in.
        let folder = ScratchFolder(site.folder + "/scratch")
        #expect(FileManager.default.fileExists(atPath: left))
        folder.clear()
        #expect(!FileManager.default.fileExists(atPath: left))
        await site.server.stop()
    }
}
