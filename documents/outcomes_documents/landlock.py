"""A wall around the files, built with the kernel's Landlock (since Linux 5.13; see landlock(7)).

It stands where bubblewrap can't: inside containers that allow no namespaces, and for users without rights.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_BENEATH_PATH = 1
_NO_NEW_PRIVILEGES = 38

_READ_FILE, _READ_FOLDER, _WRITE_FILE, _TRUNCATE = 1 << 2, 1 << 3, 1 << 1, 1 << 14
# What the first version knows, from running a program to making a link; later versions added a bit each.
_FIRST_VERSION = (1 << 13) - 1
_LATER_VERSIONS = {2: 1 << 13, 3: _TRUNCATE, 5: 1 << 15}
_FOR_FILES = _READ_FILE | _WRITE_FILE | _TRUNCATE

_SYSTEM = ["/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig", "/dev/urandom"]


def allow_only(scratch: str, programs: str) -> bool:
    """From here on this process reads the system, its packages and `programs`, and writes only in `scratch`.

    False where the kernel doesn't offer it.
    """
    call = ctypes.CDLL(None, use_errno=True).syscall
    version = call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(_ASK_VERSION))
    if version < 1:
        return False
    everything = _FIRST_VERSION
    for since, bit in _LATER_VERSIONS.items():
        if version >= since:
            everything |= bit
    handled = struct.pack("<Q", everything)
    ruleset = call(_CREATE_RULESET, handled, ctypes.c_size_t(len(handled)), ctypes.c_uint(0))
    if ruleset < 0:
        return False
    try:
        for path in [*_SYSTEM, sys.prefix, sys.base_prefix, programs]:
            _allow(call, ruleset, path, (_READ_FILE | _READ_FOLDER) & everything)
        _allow(call, ruleset, "/dev/null", (_READ_FILE | _WRITE_FILE) & everything)
        if not _allow(call, ruleset, scratch, everything):
            return False
        if ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
            return False
        return call(_RESTRICT_SELF, ruleset, ctypes.c_uint(0)) == 0
    finally:
        os.close(ruleset)


def _allow(call, ruleset: int, path: str, access: int) -> bool:
    """Adds a rule for a path and all below it; False where there is no such path."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            access &= _FOR_FILES
        rule = struct.pack("<Qi", access, descriptor)
        return call(_ADD_RULE, ruleset, _BENEATH_PATH, rule, ctypes.c_uint(0)) == 0
    finally:
        os.close(descriptor)
