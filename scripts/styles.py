#!/usr/bin/env python3
"""Writes styles/styles.c, which carries every style and locale of the folder into the binary.

    python3 scripts/styles.py            write it
    python3 scripts/styles.py --check    fail where it lacks a file or names one that is gone
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "styles"


def table(kind, files):
    lines = [f"static const CitationsFile all_{kind}[] = {{"]
    for path, name in files:
        symbol = re.sub(r"\W", "_", path.stem)
        lines.append(f'  {{"{name}", {symbol}, sizeof {symbol}}},')
    return lines + [
        "};",
        "",
        f"const CitationsFile *citations_{kind}(size_t *count) {{",
        f"  *count = sizeof all_{kind} / sizeof *all_{kind};",
        f"  return all_{kind};",
        "}",
    ]


def source():
    styles = [(path, path.stem) for path in sorted(FOLDER.glob("*.csl"))]
    locales = [(path, path.stem.removeprefix("locales-")) for path in sorted(FOLDER.glob("locales/*.xml"))]
    lines = [
        "// Written by scripts/styles.py; names are in the order of their bytes.",
        "",
        '#include "styles.h"',
        "",
        "// #embed is of C23; older modes of the compiler have it too and say so.",
        "#if defined(__clang__)",
        '#pragma clang diagnostic ignored "-Wc23-extensions"',
        "#endif",
        "",
    ]
    for path, _ in styles + locales:
        symbol = re.sub(r"\W", "_", path.stem)
        lines += [f"static const unsigned char {symbol}[] = {{", f'#embed "{path.relative_to(FOLDER)}"', "};", ""]
    return "\n".join(lines + table("styles", styles) + [""] + table("locales", locales) + [""])


text = source()
output = FOLDER / "styles.c"
if "--check" in sys.argv[1:]:
    if not output.exists() or output.read_text() != text:
        sys.exit("styles.py: styles/styles.c is not what the folder holds; run scripts/styles.py")
else:
    output.write_text(text)
