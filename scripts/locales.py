#!/usr/bin/env python3
"""Writes styles/locales/locales-*.xml from the tables of words in scripts/locales/*.txt.

    python3 scripts/locales.py            write all
    python3 scripts/locales.py --check    fail where a written file is not what its table says

A table has a line a term, `name (gender) = form | form | …`, under a heading that tells which forms the columns are.
`singular ; plural` where the two differ; an empty column is a form that the language does not have. `~` is a no-break
space, `^` a narrow one. `base = TAG` at the top takes over what another table says. Affixes stand inside the brackets
of a date's part: `[day. ][month ][year]`.
"""

import pathlib
import re
import sys
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "scripts" / "locales"
OUTPUT = ROOT / "styles" / "locales"

FORMS = {
    "general": ("long", "short", "symbol"),
    "locators": ("long", "short", "symbol"),
    "numbers": ("long", "short", "symbol"),
    "roles": ("long", "short", "verb", "verb-short"),
    "types": ("long", "short", "verb", "verb-short"),
}

TERMS = {
    "general": """accessed ad advance-online-publication album and and+others anonymous at audio-recording
        available+at bc bce by ce circa cited et-al film forthcoming from henceforth ibid in in+press internet letter
        loc-cit no+date no-place no-publisher on online op-cit original-work-published personal-communication podcast
        podcast-episode preprint presented+at radio-broadcast radio-series radio-series-episode reference retrieved
        review-of scale special-issue special-section television-broadcast television-series
        television-series-episode video working-paper""",
    "locators": """act appendix article-locator book canon chapter column elocation equation figure folio issue line
        note opus page paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse
        version volume""",
    "numbers": """chapter-number citation-number collection-number edition first-reference-note-number number
        number-of-pages number-of-volumes page-first printing""",
    "roles": """author chair collection-editor compiler composer container-author contributor curator director editor
        editor-translator editorial-director editortranslator executive-producer guest host illustrator interviewer
        narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator
        translator""",
    "types": """article article-journal article-magazine article-newspaper bill broadcast classic collection dataset
        document entry entry-dictionary entry-encyclopedia event graphic hearing interview legal_case legislation
        manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
        personal_communication post post-weblog regulation report review review-book software song speech standard
        thesis treaty webpage""",
}
TERMS = {group: [name.replace("+", " ") for name in names.split()] for group, names in TERMS.items()}

# What a table may leave out, because it means the same as another term.
SAME = {
    "article": "preprint",
    "chapter-number": "chapter",
    "collection-editor": "editor",
    "collection-number": "number",
    "editorial-director": "editor",
    "editortranslator": "editor-translator",
    "first-reference-note-number": "note",
    "motion_picture": "film",
    "number-of-pages": "page",
    "number-of-volumes": "volume",
    "page-first": "page",
    "personal_communication": "personal-communication",
    "song": "audio-recording",
}

# Styles put a label after whoever stands first; an author takes none there. A time needs none either.
BLANK = {
    "author", "composer", "container-author", "interviewer", "original-author", "recipient", "reviewed-author",
    "timestamp",
}

PUNCTUATION = {"page-range-delimiter": "–", "colon": ":", "comma": ",", "semicolon": ";"}
QUOTES = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
# Written out both ways: some processors take a missing option from en-US.
OPTIONS = ("limit-day-ordinals-to-day-1", "punctuation-in-quote")
GENDERS = {"m": "masculine", "f": "feminine"}
ERAS = {"ad", "bc", "bce", "ce"}
DATE_PARTS = {
    "year": ("year", ""),
    "month0": ("month", "numeric-leading-zeros"),
    "month1": ("month", "numeric"),
    "month": ("month", ""),
    "day0": ("day", "numeric-leading-zeros"),
    "day-ordinal": ("day", "ordinal"),
    "day": ("day", ""),
}


class TableError(Exception):
    pass


def read_table(tag):
    """The sections of a table: {heading: {(name, qualifiers): value}}."""
    sections = {}
    heading = ""
    for number, line in enumerate((TABLES / f"{tag}.txt").read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]") and "=" not in line:
            heading = line[1:-1]
            continue
        key, separator, value = line.partition("=")
        match = re.fullmatch(r"([^()]+?)(?: \(([^)]*)\))?", key.strip())
        if not separator or not match:
            raise TableError(f"{tag}.txt:{number}: expected `name = value`")
        name, qualifiers = match.group(1), match.group(2) or ""
        if name == "base":
            for group, rows in read_table(value.strip()).items():
                sections.setdefault(group, {}).update(rows)
            continue
        rows = sections.setdefault(heading, {})
        if heading in FORMS:
            if name not in TERMS[heading]:
                raise TableError(f"{tag}.txt:{number}: “{name}” is no term of [{heading}]")
            for other in [row for row in rows if row[0] == name]:
                del rows[other]
        rows[name, qualifiers] = value.strip().replace("~", "\u00a0").replace("^", "\u202f")
    return sections


def element(name, value, **attributes):
    """One term; `value` is a text or a pair of singular and plural."""
    head = "".join(f' {key.replace("_", "-")}="{text}"' for key, text in attributes.items() if text)
    head = f'<term name="{name}"{head}'
    single, separator, multiple = value.partition(";")
    if separator:
        return (f"    {head}><single>{escape(single.strip())}</single>"
                f"<multiple>{escape(multiple.strip())}</multiple></term>")
    return f"    {head}>{escape(value)}</term>" if value else f"    {head}/>"


# What a form gives way to, in this order, ending with the long one.
NEXT = {"short": "long", "symbol": "short", "verb": "long", "verb-short": "verb"}


def all_forms(name, group, columns, english):
    """The forms of a term; those that English has and the language does not are written out.

    Processors differ in what gives way first, the language or the form: no English form may come in between.
    """
    forms = dict(zip(FORMS[group], columns))
    for form in FORMS[group][1:]:
        if not forms.get(form) and form in english.get(name, ()):
            other = NEXT[form]
            while other != "long" and not forms.get(other):
                other = NEXT[other]
            forms[form] = forms[other]
    return forms


def english_forms(group):
    """The forms other than the long one that each term has in the table of en-US."""
    forms = {}
    sections = read_table("en-US")
    for name, (_, value) in words(sections).items():
        columns = [column.strip() for column in value.split("|")]
        forms[name] = {form for form, text in zip(FORMS[group], columns) if text and form != "long"}
    return {name: forms.get(name) or forms.get(SAME.get(name, ""), set()) for name in TERMS[group]}


def words(sections):
    return {
        name: (gender, value)
        for group in FORMS
        for (name, gender), value in sections.get(group, {}).items()
    }


def word_terms(tag, sections, group):
    rows = {name: (gender, value) for (name, gender), value in sections.get(group, {}).items()}
    everything = words(sections)
    english = english_forms(group)
    for name in TERMS[group]:
        gender, value = rows.get(name) or everything.get(SAME.get(name, ""), ("", ""))
        if not value and name not in BLANK:
            raise TableError(f"{tag}.txt: [{group}] lacks “{name}”")
        columns = [column.strip() for column in value.split("|")]
        if len(columns) > len(FORMS[group]):
            raise TableError(f"{tag}.txt: “{name}” has more forms than [{group}]")
        for form, text in all_forms(name, group, columns, english).items():
            if text and name in ERAS:
                text = " " + text
            if text or (form == "long" and name in BLANK):
                yield element(name, text, form="" if form == "long" else form,
                              gender=GENDERS.get(gender, "") if form == "long" else "")


def listed(tag, sections, name, length, required=True):
    found = [(gender, value) for (key, gender), value in sections[""].items() if key == name]
    if not found and not required:
        return "", []
    if not found:
        raise TableError(f"{tag}.txt: lacks “{name}”")
    gender, value = found[-1]
    values = [text.strip(" ") for text in value.split("|")]
    if len(values) != length:
        raise TableError(f"{tag}.txt: “{name}” has {len(values)} values, expected {length}")
    return gender, values


def calendar(tag, sections):
    gender, long = listed(tag, sections, "months", 12)
    _, short = listed(tag, sections, "months-short", 12)
    for index in range(12):
        name = f"month-{index + 1:02}"
        yield element(name, long[index], gender=GENDERS.get(gender, ""))
        yield element(name, short[index], form="short")
    for index, season in enumerate(listed(tag, sections, "seasons", 4)[1]):
        yield element(f"season-{index + 1:02}", season)


def ordinals(tag, sections):
    for (name, qualifiers), value in sections["ordinals"].items():
        words = [word.strip() for word in qualifiers.split(",") if word.strip()]
        gender = next((GENDERS[word] for word in words if word in GENDERS), "")
        match = next((word for word in words if word not in GENDERS), "")
        if name.startswith("long-ordinals"):
            values = [text.strip() for text in value.split("|")]
            if len(values) != 10:
                raise TableError(f"{tag}.txt: “{name}” has {len(values)} values, expected 10")
            for index, text in enumerate(values):
                yield element(f"long-ordinal-{index + 1:02}", text, gender_form=gender)
        else:
            yield element(name, value, gender_form=gender, match=match)


def punctuation(tag, sections):
    for name, text in zip(QUOTES, listed(tag, sections, "quotes", 4)[1]):
        yield element(name, text)
    for name, usual in PUNCTUATION.items():
        text = sections[""].get((name, ""), usual)
        yield f'    <term name="{name}">{escape(text)}</term>'


def date(tag, sections, form):
    pattern = sections[""].get((f"date-{form}", ""))
    if not pattern:
        raise TableError(f"{tag}.txt: lacks “date-{form}”")
    yield f'  <date form="{form}">'
    for part in re.findall(r"\[([^\]]*)\]", pattern):
        names = "|".join(DATE_PARTS)
        match = re.fullmatch(rf"(?:(.*\W))?({names})(\W.*)?|({names})(.*)", part)
        if not match:
            raise TableError(f"{tag}.txt: “{part}” is no part of a date")
        prefix, name, suffix = match.group(1) or "", match.group(2) or match.group(4), match.group(3) or match.group(5)
        kind, shape = DATE_PARTS[name]
        attributes = {"form": shape, "prefix": prefix, "suffix": suffix or ""}
        written = "".join(f' {key}="{escape(text)}"' for key, text in attributes.items() if text)
        yield f'    <date-part name="{kind}"{written}/>'
    yield "  </date>"


def locale(tag):
    sections = read_table(tag)
    options = sections[""].get(("options", ""), "").split()
    unknown = set(options) - set(OPTIONS)
    if unknown:
        raise TableError(f"{tag}.txt: no such option: {' '.join(sorted(unknown))}")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="{tag}">',
        "  <info>",
        "    <translator><name>The Citations project</name></translator>",
        '    <rights license="https://www.apache.org/licenses/LICENSE-2.0">Apache License, Version 2.0</rights>',
        "  </info>",
        "  <style-options" + "".join(f' {option}="{str(option in options).lower()}"' for option in OPTIONS) + "/>",
        *date(tag, sections, "text"),
        *date(tag, sections, "numeric"),
        "  <terms>",
        *punctuation(tag, sections),
        *calendar(tag, sections),
        *ordinals(tag, sections),
    ]
    for group in ("locators", "numbers", "roles", "types", "general"):
        lines.extend(word_terms(tag, sections, group))
    lines += ["  </terms>", "</locale>", ""]
    return "\n".join(lines)


def main():
    stale = []
    for table in sorted(TABLES.glob("*.txt")):
        path = OUTPUT / f"locales-{table.stem}.xml"
        text = locale(table.stem)
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(str(path.relative_to(ROOT)))
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit("locales.py: not what the tables say: " + ", ".join(stale))


try:
    main()
except TableError as error:
    sys.exit(f"locales.py: {error}")
