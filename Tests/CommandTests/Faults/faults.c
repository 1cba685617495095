/* Between a program and the C library: the n-th call of one kind fails, as on a disk that is full or dying or a
 * machine without memory. Put before it with LD_PRELOAD (ld.so(8)).
 *
 *   SAFEKEEP_FAULT="write 17"   the 17th write fails with ENOSPC, half of it written
 *   SAFEKEEP_FAULT="write 17+"  and every later one
 *   SAFEKEEP_FAULT_MARK=FILE    made when the call failed, so that a test knows when n is past the last
 *
 * Kinds: write (also of lengths), sync (EIO), name (rename, unlink: EIO), memory (ENOMEM), room (asked for before
 * anything is written: ENOSPC).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long left;
static char kind, isLasting;
static char mark[512];

__attribute__((constructor)) static void begin(void) {
  const char *what = getenv("SAFEKEEP_FAULT"), *path = getenv("SAFEKEEP_FAULT_MARK");
  if (!what || !path || !strchr(what, ' ') || strlen(path) >= sizeof mark) return;
  strcpy(mark, path);
  isLasting = strchr(what, '+') != NULL;
  atomic_store(&left, atol(strchr(what, ' ') + 1));
  kind = what[0];
}

/* Whether this call is the one. Makes no call that could itself be counted. */
static int strikes(char one) {
  if (kind != one) return 0;
  long now = atomic_fetch_sub(&left, 1);
  if (now > 1 || (now < 1 && !isLasting)) return 0;
  if (now == 1) {
    long file = syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) syscall(SYS_close, file);
  }
  return 1;
}

static int fails(char one, int error) {
  if (!strikes(one)) return 0;
  errno = error;
  return 1;
}

/* Standard streams are somebody's screen, not the storage. */
ssize_t write(int file, const void *bytes, size_t count) {
  if (file <= 2 || !strikes('w')) return syscall(SYS_write, file, bytes, count);
  syscall(SYS_write, file, bytes, count / 2);
  errno = ENOSPC;
  return -1;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  if (!strikes('w')) return syscall(SYS_pwrite64, file, bytes, count, at);
  syscall(SYS_pwrite64, file, bytes, count / 2, at);
  errno = ENOSPC;
  return -1;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  return pwrite(file, bytes, count, at);
}

int ftruncate(int file, off_t length) {
  return fails('w', ENOSPC) ? -1 : syscall(SYS_ftruncate, file, length);
}

int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

/* Answers with the error and not with errno. */
int posix_fallocate(int file, off_t at, off_t length) {
  if (strikes('r')) return ENOSPC;
  return syscall(SYS_fallocate, file, 0, at, length) == 0 ? 0 : errno;
}

int posix_fallocate64(int file, off64_t at, off64_t length) {
  return posix_fallocate(file, at, length);
}

int fsync(int file) { return fails('s', EIO) ? -1 : syscall(SYS_fsync, file); }

int fdatasync(int file) { return fails('s', EIO) ? -1 : syscall(SYS_fdatasync, file); }

int rename(const char *from, const char *to) {
  return fails('n', EIO) ? -1 : syscall(SYS_rename, from, to);
}

int renameat(int here, const char *from, int there, const char *to) {
  return fails('n', EIO) ? -1 : syscall(SYS_renameat, here, from, there, to);
}

int unlink(const char *path) { return fails('n', EIO) ? -1 : syscall(SYS_unlink, path); }

/* glibc's own names for what stands behind malloc(3): no look-up, which would itself need memory. */
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

void *malloc(size_t count) { return fails('m', ENOMEM) ? NULL : __libc_malloc(count); }

void *calloc(size_t count, size_t size) {
  return fails('m', ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t count) {
  return fails('m', ENOMEM) ? NULL : __libc_realloc(old, count);
}
