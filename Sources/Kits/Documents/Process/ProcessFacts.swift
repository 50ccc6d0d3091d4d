import FoundationEssentials
import Glibc

/// The parent of a process.
func parent(of process: pid_t) -> pid_t? {
    let fields = facts(of: process)
    return fields.count > 1 ? pid_t(fields[1]) : nil
}

/// Seconds of processors' time that a process has used; 0 where it is gone.
func processorTime(of process: pid_t) -> Double {
    let fields = facts(of: process)
    guard fields.count > 12, let own = Double(fields[11]), let kernel = Double(fields[12]) else { return 0 }
    return (own + kernel) / Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
}

/// Bytes that a process holds in memory; 0 where it is gone.
func residentMemory(of process: pid_t) -> Int {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
}

/// What `/proc/PID/stat` says after the process's name, which may hold anything: its state, its parent and so on.
private func facts(of process: pid_t) -> [Substring] {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let end = text.lastIndex(of: ")")
    else { return [] }
    return text[text.index(after: end)...].split(separator: " ")
}
