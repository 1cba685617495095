#pragma once
// libqrencode, if it is there: looked for when it is asked for, never required.
#include <dlfcn.h>
#include <errno.h>
#include <string.h>

/// The largest symbol has so many modules a side (ISO/IEC 18004).
#define CLINUX_QR_SIDE 177

/// Its public structure (qrencode.h, 4.x): width modules a side, one byte each, the lowest bit black.
struct clinux_qr_symbol {
  int version;
  int width;
  unsigned char *data;
};

/// Writes one byte a module, 1 for black, row by row.
/// Returns the modules a side; -ENOENT where the library is absent, else the negative of errno.
static inline int clinux_qr_encode(const unsigned char *text, int length, unsigned char *modules) {
  typedef struct clinux_qr_symbol *(*encode_function)(int, const unsigned char *, int, int);
  typedef void (*free_function)(struct clinux_qr_symbol *);
  void *library = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return -ENOENT;
  encode_function encode;
  free_function release;
  // As dlsym(3) says: ISO C knows no cast from an object to a function.
  *(void **)&encode = dlsym(library, "QRcode_encodeData");
  *(void **)&release = dlsym(library, "QRcode_free");
  if (encode == NULL || release == NULL) {
    dlclose(library);
    return -ENOENT;
  }
  // Version 0: as small as it can be. Level 1 is M: a seventh of it may be lost.
  struct clinux_qr_symbol *symbol = encode(length, text, 0, 1);
  const int failure = errno;
  int width = symbol == NULL ? -(failure > 0 ? failure : EINVAL) : symbol->width;
  if (width > CLINUX_QR_SIDE) width = -ERANGE;
  for (int i = 0; width > 0 && i < width * width; i++) modules[i] = symbol->data[i] & 1;
  if (symbol != NULL) release(symbol);
  dlclose(library);
  return width;
}
