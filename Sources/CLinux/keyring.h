#pragma once
// The kernel's user keyring (keyrings(7)). glibc has no wrappers, and libkeyutils would be one more library
// for five calls. A failure is the negative of errno, as in shim.h.
#include <errno.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CLINUX_USER_KEYRING (-4)      // KEY_SPEC_USER_KEYRING, @u
#define CLINUX_KEY_PERMISSIONS 0x3f2b0000u  // possessor all; user view, read, search, setattr

static inline long clinux_keyctl(int operation, unsigned long a, unsigned long b, unsigned long c,
                                 unsigned long d) {
  const long r = syscall(SYS_keyctl, operation, a, b, c, d);
  return r == -1 ? -errno : r;
}
/// A process that reaches @u through no session keyring does not possess the keys in it, and is then
/// refused even its own; a link from the process keyring (@p, gone with the process) is possession.
static inline void clinux_key_possess(void) {
  clinux_keyctl(8 /* KEYCTL_LINK */, (unsigned long)CLINUX_USER_KEYRING, (unsigned long)-2, 0, 0);
}
/// Adds or replaces a key of type "user" and sets its permissions and lifetime; its serial number.
/// A key that could not be given its permissions and its end is revoked at once.
static inline long clinux_key_add(const char *name, const void *payload, size_t count,
                                  unsigned seconds) {
  clinux_key_possess();
  long key = syscall(SYS_add_key, "user", name, payload, count, CLINUX_USER_KEYRING);
  if (key == -1) return -errno;
  long r = clinux_keyctl(5 /* KEYCTL_SETPERM */, (unsigned long)key, CLINUX_KEY_PERMISSIONS, 0, 0);
  if (r == 0) r = clinux_keyctl(15 /* KEYCTL_SET_TIMEOUT */, (unsigned long)key, seconds, 0, 0);
  if (r == 0) return key;
  clinux_keyctl(3 /* KEYCTL_REVOKE */, (unsigned long)key, 0, 0, 0);
  return r;
}
static inline long clinux_key_find(const char *name) {
  clinux_key_possess();
  return clinux_keyctl(10 /* KEYCTL_SEARCH */, (unsigned long)CLINUX_USER_KEYRING,
                       (unsigned long)"user", (unsigned long)name, 0);
}
/// Bytes of the payload; more than `count` when it would not fit, and then nothing was written.
static inline long clinux_key_read(long key, void *into, size_t count) {
  return clinux_keyctl(11 /* KEYCTL_READ */, (unsigned long)key, (unsigned long)into, count, 0);
}
static inline long clinux_key_set_timeout(long key, unsigned seconds) {
  return clinux_keyctl(15, (unsigned long)key, seconds, 0, 0);
}
static inline long clinux_key_revoke(long key) {
  return clinux_keyctl(3, (unsigned long)key, 0, 0, 0);
}
