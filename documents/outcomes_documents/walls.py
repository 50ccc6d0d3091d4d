"""The walls that the worker can build around itself, beside those that stand around it already."""

from __future__ import annotations

import ctypes
import errno
import resource

MEBIBYTE = 1 << 20

# A seccomp rule that refuses with "operation not permitted", and the one that lets everything else pass.
_REFUSE = 0x00050000 | errno.EPERM
_ALLOW = 0x7FFF0000

# A socketpair reaches nobody else, and the runtime under the charts talks to itself through one.
_NO_NETWORK = [
    b"socket", b"connect", b"bind", b"listen", b"accept", b"accept4",
    # The kernel opens sockets in our name through a ring, and a descriptor may be taken out of another process.
    b"io_uring_setup", b"io_uring_enter", b"io_uring_register", b"pidfd_open", b"pidfd_getfd",
]  # fmt: skip
_NO_PROGRAMS = [
    b"execve", b"execveat", b"fork", b"vfork", b"ptrace", b"process_vm_readv", b"process_vm_writev",
    # Where no namespace hides the other processes of the same user, they could be ended from in here.
    b"kill", b"rt_sigqueueinfo", b"rt_tgsigqueueinfo", b"pidfd_send_signal",
    # What could take down a wall that stands around us, or find a way under it.
    b"mount", b"umount2", b"pivot_root", b"chroot", b"unshare", b"setns", b"bpf", b"userfaultfd",
]  # fmt: skip


def limit_memory(address_space: int | None, data: int | None) -> bool:
    """Limits the address space or the private data, in MiB; False where the system refuses."""
    try:
        for kind, megabytes in ((resource.RLIMIT_AS, address_space), (resource.RLIMIT_DATA, data)):
            if megabytes:
                resource.setrlimit(kind, (megabytes * MEBIBYTE, megabytes * MEBIBYTE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (512 * MEBIBYTE, 512 * MEBIBYTE))
    except (OSError, ValueError):
        return False
    return True


def refuse_network_and_programs() -> bool:
    """No sockets and no other programs from here on; False where libseccomp or the kernel doesn't offer it."""
    try:
        library = ctypes.CDLL("libseccomp.so.2")
    except OSError:
        return False
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = [ctypes.c_uint32]
    library.seccomp_rule_add.argtypes = [ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint]
    library.seccomp_load.argtypes = [ctypes.c_void_p]
    library.seccomp_release.argtypes = [ctypes.c_void_p]
    filter_ = library.seccomp_init(_ALLOW)
    if not filter_:
        return False
    try:
        for name in _NO_NETWORK + _NO_PROGRAMS:
            number = library.seccomp_syscall_resolve_name(name)
            if library.seccomp_rule_add(filter_, _REFUSE, number, 0) != 0:
                return False
        return library.seccomp_load(filter_) == 0
    finally:
        library.seccomp_release(filter_)
