internal import Citations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The format under test, told by the variable FUZZ_FORMAT of the environment.
private let format: BibliographyFormat = {
  // `getenv` gives a string that lives until the environment changes; it is copied at once.
  let name = unsafe getenv("FUZZ_FORMAT").map { unsafe String(cString: $0) } ?? ""
  guard let format = BibliographyFormat.named(name), format.canRead else {
    print("FUZZ_FORMAT is '\(name)', which is no format that can be read")
    exit(2)
  }
  return format
}()

/// Whether a reference that is written and not read again is a failure, told by the variable FUZZ_COUNT.
private let countsReferences = unsafe getenv("FUZZ_COUNT") != nil

/// One execution of libFuzzer: reads the bytes, and does with what was found all that a conversion does.
///
/// A crash, a hang and too much memory are what libFuzzer itself notices; the preconditions here are the promises that
/// hold for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // libFuzzer gives a buffer of `count` bytes that lives during the call.
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let decoded = DecodedText(bytes)
  let source = SourceFile(name: "fuzz", bytes: decoded.bytes)
  guard let read = format.read(source) else { return 0 }
  precondition(read.references.count == read.ranges.count, "each reference has a place")
  for range in read.ranges {
    precondition(range.start <= range.end, "a range goes forwards")
    precondition(Int(range.end) <= source.bytes.count, "a reference stands in the file")
  }
  for diagnostic in read.diagnostics {
    if let range = diagnostic.range {
      precondition(Int(range.end) <= source.bytes.count, "a finding stands in the file")
    }
  }
  if let written = format.write(read.references) {
    let again = format.read(SourceFile(name: "fuzz", bytes: written.bytes))
    precondition(
      !countsReferences || again?.references.count == read.references.count,
      "what was written has all references")
  }
  return 0
}
