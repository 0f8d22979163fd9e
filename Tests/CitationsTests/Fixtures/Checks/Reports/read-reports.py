"""Reads the reports of one run with Python's own readers and compares each with what was found (expected.json).

Fixes are made as each form describes them, by its own way of counting, and have to give the same text.
"""
import json
import re
import sys
import urllib.parse
import xml.etree.ElementTree


def text(name):
    with open(name, "rb") as file:
        return file.read().decode("utf-8")


files = json.loads(text("expected.json"))
found = [(file, finding) for file in files for finding in file["findings"]]
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def expect(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}:\n  expected {expected!r}\n  found    {actual!r}")


def starts(source):
    """The offsets at which lines begin: after LF, CR LF and a lone CR."""
    return [0] + [match.end() for match in re.finditer("\r\n|\r|\n", source)]


def offset(source, line, column):
    return starts(source)[line - 1] + column - 1


def byte_offset(source, line, column):
    """The same with columns that count bytes of UTF-8."""
    data = source.encode("utf-8")
    lines = [0] + [match.end() for match in re.finditer(b"\r\n|\r|\n", data)]
    return len(data[: lines[line - 1] + column - 1].decode("utf-8"))


def apply(source, edits):
    for start, end, new in sorted(edits, reverse=True):
        source = source[:start] + new + source[end:]
    return source


def place(finding):
    return (len(finding["before"]), len(finding["before"]) + len(finding["words"])) if "before" in finding else None


def check(form, items, read):
    expect(len(items), len(found), f"{form}: number of findings")
    for item, (file, finding) in zip(items, found):
        read(item, file, finding)


def sarif_region(region, source):
    return (offset(source, region["startLine"], region["startColumn"]),
            offset(source, region["endLine"], region["endColumn"]))


def sarif(item, file, finding):
    expect(item["message"]["text"].replace("{{", "{").replace("}}", "}"), finding["full"], "sarif: message")
    expect((item["ruleId"], item["level"]), (finding["rule"], finding["severity"]), "sarif: rule")
    location = item["locations"][0]["physicalLocation"]
    uri = location["artifactLocation"]["uri"]
    expect(re.fullmatch(r"(file://)?([A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+", uri) is not None, True, "sarif: URI")
    expect(urllib.parse.unquote(urllib.parse.urlsplit(uri).path), file["path"], "sarif: path")
    region = location.get("region")
    expect(sarif_region(region, file["source"]) if region else None, place(finding), "sarif: region")
    fixed = [
        apply(file["source"], [
            (*sarif_region(edit["deletedRegion"], file["source"]), edit["insertedContent"]["text"])
            for edit in fix["artifactChanges"][0]["replacements"]])
        for fix in item.get("fixes", [])]
    expect(fixed, finding["fixed"], "sarif: fixes")


def rdjson_range(range, source):
    return (byte_offset(source, range["start"]["line"], range["start"]["column"]),
            byte_offset(source, range["end"]["line"], range["end"]["column"]))


def rdjson(item, file, finding):
    expect(item["message"], finding["full"], "rdjson: message")
    expect((item["code"]["value"], item["location"]["path"]), (finding["rule"], file["path"]), "rdjson: code and path")
    range = item["location"].get("range")
    expect(rdjson_range(range, file["source"]) if range else None, place(finding), "rdjson: range")
    fixed = [
        apply(file["source"], [(*rdjson_range(edit["range"], file["source"]), edit["text"])])
        for edit in item.get("suggestions", [])]
    expect(fixed, finding["fixed"], "rdjson: suggestions")


def own(item, file, finding):
    source = file["source"]
    expect((item["message"], item["file"]), (finding["message"], file["name"]), "json: message and file")
    span = None
    if "line" in item:
        span = (offset(source, item["line"], item["column"]), offset(source, item["end"]["line"], item["end"]["column"]))
    expect(span, place(finding), "json: place")
    fixed = [
        apply(source, [
            (offset(source, edit["line"], edit["column"]), offset(source, edit["end"]["line"], edit["end"]["column"]),
             edit["text"])
            for edit in fix["edits"]])
        for fix in item.get("fixes", [])]
    expect(fixed, finding["fixed"], "json: fixes")


def gitlab(item, file, finding):
    expect(item["description"], f"{finding['full']} [{finding['rule']}]", "gitlab: description")
    expect(item["location"]["path"], file["path"], "gitlab: path")
    line = len(starts(finding["before"])) if "before" in finding else 1
    expect(item["location"]["lines"]["begin"], line, "gitlab: line")


def unescaped(value):
    for code, sign in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
        value = value.replace(code, sign)
    return value


def github(item, file, finding):
    """Source: actions/runner splits a command at the first space, at commas and equals signs, and at the second '::'."""
    head, _, message = item[2:].partition("::")
    word, _, properties = head.partition(" ")
    values = dict(part.split("=", 1) for part in properties.split(","))
    expect(word, {"error": "error", "warning": "warning", "note": "notice"}[finding["severity"]], "github: command")
    expect(unescaped(values["file"]), file["path"], "github: file")
    plain = "".join(sign if sign in "\r\n" else CONTROLS.sub(" ", sign) for sign in finding["full"])
    expect(unescaped(message), plain, "github: message")
    expect("line" in values, "before" in finding, "github: line")
    if "col" in values:
        start = offset(file["source"], int(values["line"]), int(values["col"]))
        end = offset(file["source"], int(values["endLine"]), int(values["endColumn"]))
        expect((start, end), place(finding), "github: place")


def xml_text(value):
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", value)


def junit():
    root = xml.etree.ElementTree.fromstring(text("junit.out"))
    suites = list(root)
    expect([suite.get("name") for suite in suites], [xml_text(file["path"]) for file in files], "junit: suites")
    total = 0
    for suite, file in zip(suites, files):
        cases = list(suite)
        names = [case.get("name") for case in cases]
        expect(len(set(names)), len(names), "junit: names are unique")
        expect(int(suite.get("tests")), len(cases), "junit: tests")
        failures = suite.findall("testcase/failure")
        expect(int(suite.get("failures")), len(failures), "junit: failures")
        total += len(failures)
        expect(len(cases), max(1, len(file["findings"])), "junit: cases")
        for case, finding in zip(cases, file["findings"]):
            failed = case.find("failure")
            expect(failed is not None, finding["severity"] == "error", "junit: what fails")
            words = failed.text if failed is not None else case.find("system-out").text
            expect(words.endswith(f"{finding['severity']}: {xml_text(finding['full'])}"), True, "junit: words")
            if failed is not None:
                expect(failed.get("message"), xml_text(finding["full"]), "junit: message")
    expect(int(root.get("failures")), total, "junit: all failures")


def lines_for_people():
    lines = text("concise.out").split("\n")
    expect(lines.pop(), "", "concise: the last line ends")
    expect(len(lines), len(found), "concise: a line for each finding")
    full = text("text.out").split("\n")
    for line in lines + full:
        expect(CONTROLS.search(line), None, "concise and text: no control characters")
    for line, (file, finding) in zip(lines, found):
        expect(line.startswith(CONTROLS.sub(" ", file["name"]) + ":"), True, "concise: the file")
        expect(line.endswith(f"[{finding['rule']} {finding['name']}]"), True, "concise: the rule")
        expect(CONTROLS.sub(" ", finding["message"]) in line, True, "concise: the message")
        expect(line in full, True, "text: the line of the concise form")


check("sarif", json.loads(text("sarif.out"))["runs"][0]["results"], sarif)
check("rdjson", json.loads(text("rdjson.out"))["diagnostics"], rdjson)
check("json", json.loads(text("json.out"))["diagnostics"], own)
check("ndjson", [json.loads(line) for line in text("ndjson.out").splitlines()], own)
check("gitlab", json.loads(text("gitlab.out")), gitlab)
check("github", text("github.out").split("\n")[:-1], github)
prints = [item["fingerprint"] for item in json.loads(text("gitlab.out"))]
expect(len(set(prints)), len(prints), "gitlab: fingerprints are unique")
junit()
lines_for_people()
