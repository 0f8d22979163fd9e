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

# libxml2 of Homebrew stands outside the paths that compilers look in.
if [ "$(uname)" = Darwin ] && have brew && brew --prefix libxml2 >/dev/null 2>&1; then
  PKG_CONFIG_PATH="$(brew --prefix libxml2)/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
  export PKG_CONFIG_PATH
fi
