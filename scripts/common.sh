# Shared by the scripts beside it; read with `.`, not run. Leaves the caller in the package's folder.

set -eu
cd "$(dirname "$0")/.."

# Progress goes to standard error, so that the output of a script stays data.
say() { printf '\n== %s\n' "$*" >&2; }
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Some libraries of Homebrew stand outside the paths that compilers look in.
if [ "$(uname)" = Darwin ] && have brew; then
  for keg in libxml2 sqlite zlib; do
    brew --prefix "$keg" >/dev/null 2>&1 || continue
    PKG_CONFIG_PATH="$(brew --prefix "$keg")/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
  done
  export PKG_CONFIG_PATH="${PKG_CONFIG_PATH:-}"
fi
