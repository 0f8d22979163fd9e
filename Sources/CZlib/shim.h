#include <zlib.h>

/* `inflateInit2` is a macro, which Swift does not import. 31: a window of 32 KiB, and gzip's header and trailer. */
static inline int citations_inflate_init(z_stream *stream) { return inflateInit2(stream, 31); }
