#ifndef IO_CSPAWN_SHIM_H
#define IO_CSPAWN_SHIM_H

#include <spawn.h>

// The system declares these only under _GNU_SOURCE, without which its module is built: Swift can't see them.
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

static inline int io_pipe2(int ends[2], int flags) { return pipe2(ends, flags); }

static inline int io_close_from(posix_spawn_file_actions_t *actions, int from) {
    return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

static inline int io_change_folder(posix_spawn_file_actions_t *actions, const char *path) {
    return posix_spawn_file_actions_addchdir_np(actions, path);
}

// F_SETPIPE_SZ, hidden for the same reason.
static const int io_F_SETPIPE_SZ = 1031;

#endif
