#define _GNU_SOURCE
#include "csystem.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/statfs.h>
#include <unistd.h>
#include <wchar.h>

int csys_lock_exclusive(int fd) {
    struct flock lock;
    memset(&lock, 0, sizeof lock);
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return fcntl(fd, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

int csys_is_locked(int fd) {
    struct flock lock;
    memset(&lock, 0, sizeof lock);
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (fcntl(fd, F_OFD_GETLK, &lock) != 0) return -1;
    return lock.l_type == F_UNLCK ? 0 : 1;
}

int csys_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC);
}

int csys_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int csys_rename_new(const char *from, const char *to) {
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // A file system without RENAME_NOREPLACE: link fails when the name is taken.
    if (link(from, to) != 0) return errno;
    return unlink(from) == 0 ? 0 : errno;
}

void csys_die_with_parent(int signal_number) {
    prctl(PR_SET_PDEATHSIG, signal_number);
}

long csys_filesystem_type(const char *path) {
    struct statfs info;
    return statfs(path, &info) == 0 ? (long)info.f_type : -1;
}

int csys_character_width(unsigned int scalar) {
    return wcwidth((wchar_t)scalar);
}

// State for a signal handler: only what async-signal-safe calls can use.
static struct termios saved_attributes;
static int saved_fd = -1;
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { crash_signal_count = sizeof crash_signals / sizeof crash_signals[0] };
static struct sigaction previous_actions[crash_signal_count];

void csys_restore_terminal_now(void) {
    static const char leave[] = "\033[?1000l\033[?1002l\033[?1006l\033[?2004l\033[?1l\033>\033[0m\033[?1049l\033[?25h";
    if (saved_fd < 0) return;
    ssize_t ignored = write(saved_fd, leave, sizeof leave - 1);
    (void)ignored;
    tcsetattr(saved_fd, TCSANOW, &saved_attributes);
}

static void on_crash(int number) {
    csys_restore_terminal_now();
    // The previous handler (the runtime's crash report) or the default action runs when the instruction faults again.
    for (int i = 0; i < crash_signal_count; i++)
        if (crash_signals[i] == number) sigaction(number, &previous_actions[i], NULL);
    raise(number);
}

void csys_restore_terminal_on_crash(int fd) {
    if (tcgetattr(fd, &saved_attributes) != 0) return;
    saved_fd = fd;
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_size = 64 * 1024;
    stack.ss_sp = malloc(stack.ss_size);
    if (stack.ss_sp) sigaltstack(&stack, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_crash;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    for (int i = 0; i < crash_signal_count; i++) sigaction(crash_signals[i], &action, &previous_actions[i]);
}
