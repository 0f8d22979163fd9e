import Testing

@testable import citecli

/// The library must link neither Foundation nor ICU of its own, which are big and start slowly, nor what only sources need.
///
/// The example program is linked to the library alone. A library that it needs stands by name in the file, for an
/// import asks the linker for it even where nothing of it is used.
@Suite struct LinkageTests {
  @Test func theLibraryLinksNoFoundation() throws {
    let path = Command.folder + "/PrintBibTeX"
    let program = try FileIO.read(path: path)
    #expect(program.count > 10_000)
    let unwanted = [
      "libFoundation", "libsqlite3", "lib_FoundationICU", "Foundation.framework",
      "libicuuc.", "libicui18n.",
      "$s10Foundation", "$s20FoundationEssentials",
    ]
    for name in unwanted {
      #expect(!contains(Array(name.utf8), in: program), "\(name) is linked")
    }
    // The search itself works: what the library does need is found.
    #expect(contains(Array("libxml2.".utf8), in: program))
  }

  @Test func theExampleRuns() {
    let result = Command(path: Command.folder + "/PrintBibTeX").run(
      [], input: Array("A text without notes.\n".utf8))
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }

  private func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    var rest = bytes[...]
    while let place = rest.firstIndex(of: first) {
      if bytes[place...].starts(with: needle) { return true }
      rest = bytes[(place + 1)...]
    }
    return false
  }
}
