#ifndef CITATIONS_STYLES_H
#define CITATIONS_STYLES_H

#include <stddef.h>

/// A file of this folder, as it was when the program was built.
typedef struct {
  /// The name that people type: `apa`, `de-DE`.
  const char *name;
  /// UTF-8 without a byte order mark; no NUL at the end.
  const unsigned char *bytes;
  size_t length;
} CitationsFile;

/// The styles, sorted by name; `count` is set to their number. The table lives as long as the program.
const CitationsFile *citations_styles(size_t *count);

/// The locales, sorted by their language tags.
const CitationsFile *citations_locales(size_t *count);

#endif
