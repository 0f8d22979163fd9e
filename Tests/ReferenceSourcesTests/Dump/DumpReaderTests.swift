import Testing

@testable import ReferenceSources

@Suite struct DumpReaderTests {
  private let folder = Folder()

  private func read(_ bytes: [UInt8]) throws -> (records: [String], broken: BrokenLines) {
    var reader = try DumpReader(folder.file("dump", bytes))
    var records: [String] = []
    while let found = try reader.next() {
      records += found.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    return (records, reader.broken)
  }

  @Test func plainAndPackedFilesHaveTheSameRecords() throws {
    let text = Array(Works.all.joined(separator: "\n").utf8)
    #expect(try read(text).records == Works.all)
    #expect(try read(gzip(text)).records == Works.all)
    // Packed files one after the other are one file.
    let two = gzip(Array((Works.mill + "\n").utf8)) + gzip(Array(Works.salt.utf8))
    #expect(try read(two).records == [Works.mill, Works.salt])
  }

  @Test func longFilesAreReadInPieces() throws {
    let count = 20_000
    let text = (0..<count).map { "{\"DOI\":\"10.5555/\($0)\"}" }.joined(separator: "\n")
    let found = try read(gzip(Array(text.utf8)))
    #expect(found.records.count == count)
    #expect(found.records.last == "{\"DOI\":\"10.5555/\(count - 1)\"}")
    #expect(found.broken.count == 0)
  }

  @Test func whatADamagedPackedFileHoldsIsKept() throws {
    let packed = gzip(Array((Works.all.joined(separator: "\n") + "\n").utf8))
    let cut = try read(Array(packed.dropLast(12)))
    #expect(cut.broken.count >= 1)
    #expect(cut.broken.first.last?.reason == "the gzip data ends early")
    // A second file that is none, after one that is whole.
    let damaged = try read(
      packed + [0x1F, 0x8B, 0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(damaged.records == Works.all)
    #expect(damaged.broken.first.map(\.reason) == ["the gzip data is damaged from here on"])
  }

  /// No change of a byte ends the program or makes it read for ever.
  @Test func damagedPackedBytesAreSurvived() throws {
    let packed = gzip(Array(Works.all.joined(separator: "\n").utf8))
    for index in packed.indices {
      var changed = packed
      changed[index] ^= 0x55
      var inflater = try Inflater()
      #expect(inflater.unpack(changed).count < 1 << 20)
    }
  }

  @Test func noFileIsSaid() {
    #expect(throws: SourceTrouble.self) { _ = try DumpReader(folder.path + "/none") }
  }

  @Test func linesAreToldFromWholeTexts() {
    func areLines(_ text: String) -> Bool { DumpReader.recordsAreLines(Array(text.utf8)) }
    #expect(areLines("{\"a\":1}\n{\"b\":2}\n"))
    #expect(areLines("{\"a\":1}\n{\"b\n{\"c\":3}"))
    #expect(!areLines("[\n{\"a\":1},\n{\"b\":2}\n]"))
    #expect(!areLines("{\n  \"a\": 1\n}\n"))
  }
}
