#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <spawn.h>
#include <sys/types.h>
#include <termios.h>

/// Takes an exclusive open-file-description lock on the whole of an open file, without waiting.
/// The kernel releases it when the last copy of the description is closed, so it dies with its holder.
/// Returns 0, or an errno value (EAGAIN, EACCES: somebody else holds it).
int csys_lock_exclusive(int fd);

/// 1 when another open file description has locked the file, 0 when none has, -1 when that cannot be told. Takes no lock.
int csys_is_locked(int fd);

/// pipe2(2) with O_CLOEXEC, which Swift does not see without _GNU_SOURCE.
int csys_pipe(int ends[2]);

/// posix_spawn_file_actions_addclosefrom_np(3), which Swift does not see without _GNU_SOURCE: the child starts without
/// any descriptor from `first` on. Returns 0 or an errno value.
int csys_spawn_close_from(posix_spawn_file_actions_t *actions, int first);

/// rename(2) that fails with EEXIST instead of replacing a file. Returns 0 or an errno value.
int csys_rename_new(const char *from, const char *to);

/// Asks the kernel for this signal when the thread that started this process ends.
void csys_die_with_parent(int signal_number);

/// The magic number of the file system that holds `path` (see statfs(2)), or -1.
long csys_filesystem_type(const char *path);

/// Remembers the terminal's attributes and, on SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT and SIGFPE, leaves the
/// full-screen mode and restores them before the previous handler runs.
void csys_restore_terminal_on_crash(int fd);

/// Writes the sequences that leave the alternate screen, show the cursor and stop mouse reports, and puts back the
/// attributes remembered by csys_restore_terminal_on_crash. Safe in a signal handler.
void csys_restore_terminal_now(void);

/// wcwidth(3), which Swift does not see without _GNU_SOURCE: columns by the C library's tables, or -1.
int csys_character_width(unsigned int scalar);

#endif
