internal import Citations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is fuzzed, told by the variable FUZZ_FORMAT of the environment.
private enum Subject {
  case format(BibliographyFormat)
  case style
  case styledItems
  case citations

  init?(_ name: String) {
    switch name {
    case "csl-style": self = .style
    case "csl-items": self = .styledItems
    case "csl-citations": self = .citations
    default:
      guard let format = BibliographyFormat.named(name), format.canRead else { return nil }
      self = .format(format)
    }
  }
}

private let subject: Subject = {
  // `getenv` gives a string that lives until the environment changes; it is copied at once.
  let name = unsafe getenv("FUZZ_FORMAT").map { unsafe String(cString: $0) } ?? ""
  guard let subject = Subject(name) else {
    print("FUZZ_FORMAT is '\(name)', which is nothing that can be read")
    exit(2)
  }
  return subject
}()

/// Whether a reference that is written and not read again is a failure, told by the variable FUZZ_COUNT.
private let countsReferences = unsafe getenv("FUZZ_COUNT") != nil

/// One execution of libFuzzer: reads the bytes, and does with what was found all that a command does.
///
/// A crash, a hang and too much memory are what libFuzzer itself notices; the preconditions here are the promises that
/// hold for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // libFuzzer gives a buffer of `count` bytes that lives during the call.
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let decoded = DecodedText(bytes)
  let source = SourceFile(name: "fuzz", bytes: decoded.bytes)
  switch subject {
  case .format(let format): convert(source, format)
  case .style: StyleFuzz.render(style: source)
  case .styledItems: StyleFuzz.render(items: source)
  case .citations: StyleFuzz.render(citations: source)
  }
  return 0
}

private func convert(_ source: SourceFile, _ format: BibliographyFormat) {
  guard let read = format.read(source) else { return }
  precondition(read.references.count == read.ranges.count, "each reference has a place")
  for range in read.ranges {
    precondition(range.start <= range.end, "a range goes forwards")
    precondition(Int(range.end) <= source.bytes.count, "a reference stands in the file")
  }
  check(read.diagnostics, in: source)
  if let written = format.write(read.references) {
    let again = format.read(SourceFile(name: "fuzz", bytes: written.bytes))
    precondition(
      !countsReferences || again?.references.count == read.references.count,
      "what was written has all references")
  }
}

/// The promises about findings.
func check(_ diagnostics: [Diagnostic], in source: SourceFile) {
  for diagnostic in diagnostics {
    if let range = diagnostic.range {
      precondition(Int(range.end) <= source.bytes.count, "a finding stands in the file")
    }
  }
}
