#pragma once
// Linux calls that Swift cannot import (variadic, macros) or could import only with `unsafe`.
// Everything here is `static inline` and keeps no state: a header that a Swift module imports is
// compiled once a file in debug builds, so a static variable would exist many times over.
// Results come back by value; a failure is the negative of errno, so that nobody reads errno late.
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// ---- hardening ------------------------------------------------------------------------------

/// Fatal signals back to their default: Swift's backtracer prints the memory behind the registers.
static inline int clinux_default_fatal_signals(void) {
  static const int fatal[] = {SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT};
  struct sigaction plain = {0};
  plain.sa_handler = SIG_DFL;
  for (unsigned i = 0; i < sizeof fatal / sizeof *fatal; i++)
    if (sigaction(fatal[i], &plain, NULL) != 0) return -errno;
  return 0;
}

/// A closed pipe becomes an error of write(2), which ends the program in order, not a signal.
static inline int clinux_ignore_broken_pipes(void) {
  struct sigaction ignore = {0};
  ignore.sa_handler = SIG_IGN;
  return sigaction(SIGPIPE, &ignore, NULL) == 0 ? 0 : -errno;
}

static inline int clinux_forbid_core(void) {
  const struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none) == 0 ? 0 : -errno;
}

/// Not dumpable: no core through a pipe handler either, no ptrace and no /proc/PID/mem for others
/// of the same account (prctl(2)).
static inline int clinux_forbid_dump(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno;
}
static inline int clinux_is_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }

/// A program started with descriptor 0, 1 or 2 closed would open its vault as one of them, and an
/// error message would then be written into a database. /dev/null takes the free place.
static inline int clinux_hold_standard_descriptors(void) {
  for (int fd = 0; fd <= 2; fd++) {
    if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    if (open("/dev/null", fd == 0 ? O_RDONLY : O_WRONLY) != fd) return -EBADF;
  }
  return 0;
}

// ---- files ----------------------------------------------------------------------------------

/// What a caller decides by: the kind, the permission bits, whose it is. `error` is errno or 0.
struct clinux_status {
  int error;
  uint32_t mode;
  uint32_t owner;
  int64_t size;
};
static inline struct clinux_status clinux_status_from(int failed, const struct stat *s) {
  struct clinux_status none = {errno, 0, 0, 0};
  struct clinux_status found = {0, s->st_mode, s->st_uid, s->st_size};
  return failed ? none : found;
}
static inline struct clinux_status clinux_fstat(int fd) {
  struct stat s = {0};
  return clinux_status_from(fstat(fd, &s), &s);
}
/// Does not follow a symbolic link at the end of the path.
static inline struct clinux_status clinux_lstat(const char *path) {
  struct stat s = {0};
  return clinux_status_from(lstat(path, &s), &s);
}
static inline int clinux_is_directory(uint32_t mode) { return S_ISDIR(mode); }
static inline int clinux_is_regular(uint32_t mode) { return S_ISREG(mode); }

static inline int clinux_open(const char *path, int flags, uint32_t mode) {
  int fd;
  do fd = open(path, flags | O_CLOEXEC | O_NOCTTY, mode);
  while (fd == -1 && errno == EINTR);
  return fd == -1 ? -errno : fd;
}
/// An advisory lock on the open file, waited for; closing the descriptor gives it back (flock(2)).
static inline int clinux_lock(int fd) {
  int done;
  do done = flock(fd, LOCK_EX); while (done == -1 && errno == EINTR);
  return done == -1 ? -errno : 0;
}
static inline long clinux_read(int fd, void *into, size_t count) {
  ssize_t n;
  do n = read(fd, into, count);
  while (n == -1 && errno == EINTR);
  return n == -1 ? -errno : n;
}
static inline long clinux_write(int fd, const void *from, size_t count) {
  ssize_t n;
  do n = write(fd, from, count);
  while (n == -1 && errno == EINTR);
  return n == -1 ? -errno : n;
}
static inline int clinux_rewind(int fd) { return lseek(fd, 0, SEEK_SET) == 0 ? 0 : -errno; }
static inline int clinux_truncate(int fd, int64_t length) {
  return ftruncate(fd, length) == 0 ? 0 : -errno;
}
static inline int clinux_sync(int fd) { return fsync(fd) == 0 ? 0 : -errno; }
static inline int clinux_rename(const char *from, const char *to) {
  return rename(from, to) == 0 ? 0 : -errno;
}
/// Gives a file its name only where nothing has it. FAT and exFAT, on which sticks come, know no links, and
/// NFS does not know the flag: the one or the other works everywhere.
static inline int clinux_rename_new(const char *from, const char *to) {
  const unsigned int no_replace = 1;
  if (syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, no_replace) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -errno;
  if (link(from, to) != 0) return -errno;
  return unlink(from) == 0 ? 0 : -errno;
}
static inline int clinux_mkdir(const char *path, uint32_t mode) {
  return mkdir(path, mode) == 0 ? 0 : -errno;
}
static inline int clinux_unlink(const char *path) { return unlink(path) == 0 ? 0 : -errno; }

// ---- the terminal ---------------------------------------------------------------------------

/// Columns of the terminal behind a descriptor; 0 where there is none or it does not say.
static inline int clinux_columns(int fd) {
  struct winsize size = {0};
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// A terminal without echo, and what is needed to give it back as it was.
///
/// ISIG is off, so ^C arrives as a byte; signals sent by others arrive on a descriptor. No handler
/// runs, nothing is global, and every way out of the prompt but SIGKILL restores the echo.
struct clinux_silence {
  int error;
  int terminal;
  int signals;
  struct termios before;
  sigset_t mask;
};
static inline struct clinux_silence clinux_silence_begin(int terminal) {
  struct clinux_silence s = {0};
  s.terminal = terminal;
  s.signals = -1;
  if (tcgetattr(terminal, &s.before) != 0) {
    s.error = errno;
    return s;
  }
  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGHUP);
  sigaddset(&watched, SIGQUIT);
  sigaddset(&watched, SIGTSTP);
  pthread_sigmask(SIG_BLOCK, &watched, &s.mask);
  s.signals = signalfd(-1, &watched, SFD_CLOEXEC);
  struct termios quiet = s.before;
  quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL | ICANON | ISIG | IEXTEN);
  quiet.c_iflag |= ICRNL;
  quiet.c_cc[VMIN] = 1;
  quiet.c_cc[VTIME] = 0;
  // TCSAFLUSH: what was typed ahead with the echo on is on the screen, and does not count.
  if (s.signals < 0 || tcsetattr(terminal, TCSAFLUSH, &quiet) != 0) {
    s.error = errno;
    if (s.signals >= 0) close(s.signals);
    pthread_sigmask(SIG_SETMASK, &s.mask, NULL);
  }
  return s;
}
/// The same with the terminal left as it is: echo, line editing, and ^C as a signal, which arrives on
/// the descriptor. For questions whose answers may be seen.
static inline struct clinux_silence clinux_attention_begin(int terminal) {
  struct clinux_silence s = {0};
  s.terminal = terminal;
  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &watched, &s.mask);
  s.signals = signalfd(-1, &watched, SFD_CLOEXEC);
  if (s.signals < 0) {
    s.error = errno;
    pthread_sigmask(SIG_SETMASK, &s.mask, NULL);
  }
  return s;
}
/// The next byte typed, or -1 at the end of input, -2 when a signal asks us to stop, -3 when nothing
/// came within so many milliseconds (-1: wait for ever).
static inline int clinux_silence_next_within(struct clinux_silence s, int milliseconds) {
  struct pollfd both[2] = {{s.terminal, POLLIN, 0}, {s.signals, POLLIN, 0}};
  for (;;) {
    int ready = poll(both, 2, milliseconds);
    if (ready == 0) return -3;
    if (ready < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (both[1].revents & POLLIN) return -2;
    if (both[0].revents) {
      unsigned char byte = 0;
      long n = clinux_read(s.terminal, &byte, 1);
      int typed = n == 1 ? byte : -1;
      __asm__ volatile("" : : "r"(&byte) : "memory");
      byte = 0;
      __asm__ volatile("" : : "r"(&byte) : "memory");
      return typed;
    }
  }
}
static inline int clinux_silence_next(struct clinux_silence s) {
  return clinux_silence_next_within(s, -1);
}
/// Signals as before; one that waited is taken off first, as below.
static inline void clinux_attention_end(struct clinux_silence s) {
  struct pollfd one = {s.signals, POLLIN, 0};
  while (poll(&one, 1, 0) > 0 && (one.revents & POLLIN)) {
    struct signalfd_siginfo taken;
    if (read(s.signals, &taken, sizeof taken) <= 0) break;
  }
  close(s.signals);
  pthread_sigmask(SIG_SETMASK, &s.mask, NULL);
}
/// Echo as before. A signal that waited is taken off first: the caller was told of it by -2.
static inline void clinux_silence_end(struct clinux_silence s) {
  tcsetattr(s.terminal, TCSAFLUSH, &s.before);
  clinux_attention_end(s);
}

/// A new pseudo-terminal /dev/pts/NUMBER and its other side; for the tests of the prompt. The calls
/// of POSIX for it are behind a feature macro that Swift's module of glibc does not set.
struct clinux_pair {
  int error, master, number;
};
static inline struct clinux_pair clinux_pseudo_terminal(void) {
  struct clinux_pair pair = {0, open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC), 0};
  int locked = 0;
  if (pair.master < 0 || ioctl(pair.master, TIOCSPTLCK, &locked) != 0 ||
      ioctl(pair.master, TIOCGPTN, &pair.number) != 0)
    pair.error = errno;
  return pair;
}

// ---- columns and time -----------------------------------------------------------------------

/// wcwidth(3) knows UTF-8 only in a UTF-8 locale. C.UTF-8 is part of glibc since 2.35 and needs no
/// locale package; only LC_CTYPE is set, so nothing else changes its behaviour. 1 when it is there.
static inline int clinux_use_utf8_widths(void) {
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "C.utf8") != NULL;
}
static inline int clinux_column_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/// A moment on a wall clock. Never that of this machine (TZ, /etc/localtime): days are Viet Nam's.
struct clinux_clock {
  int year, month, day, hour, minute, second, offset;
};
static inline struct clinux_clock clinux_clock_from(const struct tm *t) {
  struct clinux_clock c = {t->tm_year + 1900, t->tm_mon + 1, t->tm_mday, t->tm_hour,
                           t->tm_min,         t->tm_sec,     (int)t->tm_gmtoff};
  return c;
}
static inline struct clinux_clock clinux_universal(int64_t seconds) {
  struct tm t = {0};
  const time_t at = seconds;
  gmtime_r(&at, &t);
  return clinux_clock_from(&t);
}

/// Milliseconds since 1970 in UTC, as this machine believes.
static inline int64_t clinux_milliseconds(void) {
  struct timespec t = {0};
  clock_gettime(CLOCK_REALTIME, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/// Seconds since the machine started, sleep included: a clock that nobody can set back.
static inline int64_t clinux_seconds_since_boot(void) {
  struct timespec t = {0};
  clock_gettime(CLOCK_BOOTTIME, &t);
  return t.tv_sec;
}
