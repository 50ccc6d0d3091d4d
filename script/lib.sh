# shellcheck shell=bash
# What the scripts share. Each of them sources this file first; it moves to the project's root.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The flags that every build uses. Without the check an import that Package.swift doesn't list passes unseen.
export BUILD_FLAGS="--explicit-target-dependency-import-check error"

# A line of news, on standard error so that a command's own output stays clean.
say() {
    printf '%s\n' "$*" >&2
}

# Says what is wrong and what to do, then stops.
stop() {
    say "$@"
    exit 1
}

# Runs a command as the administrator.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}
