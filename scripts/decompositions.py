#!/usr/bin/env python3
"""Prints Sources/Citations/Text/Decompositions.swift: full canonical decompositions of Latin, Greek and Cyrillic letters.

Run it with `python3 scripts/decompositions.py > Sources/Citations/Text/Decompositions.swift`.
"""

import collections
import unicodedata

# Unicode 1.1 to 14 agree on every letter in these ranges: the stability policy forbids changes.
RANGES = [(0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000)]

groups = collections.OrderedDict()
for low, high in RANGES:
    for code in range(low, high):
        nfd = unicodedata.normalize("NFD", chr(code))
        if len(nfd) < 2 or not all(unicodedata.combining(mark) for mark in nfd[1:]):
            continue
        if unicodedata.combining(chr(code)):
            continue
        key = " ".join("%04X" % ord(mark) for mark in nfd[1:])
        groups.setdefault(key, []).append(chr(code) + nfd[0])

print('''/// Letters and what they are made of: a base letter and combining marks, fully decomposed, in canonical order.
///
/// Each line is a sequence of marks, then pairs of a composed letter and its base.
/// Source: UnicodeData.txt, field 5, for U+00C0–024F, U+0370–052F and U+1E00–1FFF; made by `scripts/decompositions.py`.
enum Decompositions {
  static let data: StaticString = """''')
for key in sorted(groups):
    pairs = groups[key]
    for start in range(0, len(pairs), 32):
        print("    %s:%s" % (key, "".join(pairs[start:start + 32])))
print('''    """
}''')
