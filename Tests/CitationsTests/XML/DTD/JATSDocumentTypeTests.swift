import Testing

@testable import Citations

/// Articles compared with the document types of JATS, where the shared folder has them.
@Suite struct JATSDocumentTypeTests {
  private static func types(_ path: String) -> DocumentTypes? {
    guard let root = Shared.root else { return nil }
    let full = "\(root)/jats/\(path)"
    return Shared.readFile(full).flatMap { bytes in
      try? DocumentTypes(bytes, path: full) { Shared.readFile($0) }
    }
  }

  /// Read once for all tests.
  static let catalog = types("catalog.xml")

  private static func findings(_ bytes: [UInt8], _ types: DocumentTypes) -> [String] {
    var run = CheckRun(options: SampleDocumentTypes.options(types))
    run.add(bytes, name: "article.xml")
    return run.finish().flatMap(lines)
  }

  @Test(arguments: ["publishing-1.4", "publishing-1.3", "archiving-1.4"])
  func aValidArticleHasNoFinding(_ name: String) throws {
    guard let catalog = Self.catalog else { return }
    let sample = try #require(Shared.read("jats/samples/refs-\(name).xml"))
    #expect(Self.findings(sample, catalog) == [])
  }

  private static let planted = [
    "error F067 no element has the id \"r99\", to which \"rid\" of <xref> refers",
    "error F066 <surname> cannot follow <given-names> in <name>; "
      + "expected <prefix>, <suffix> or the end of <name>",
    "error F066 the document type has no element <isbn13>; "
      + "expected <isbn>, <bold>, <fixed-case>, <italic> or 86 others",
  ]

  @Test func plantedFaultsAreFoundAtTheirPlaces() throws {
    guard let catalog = Self.catalog else { return }
    let sample = try #require(Shared.read("jats/samples/invalid-publishing-1.4.xml"))
    #expect(
      Self.findings(sample, catalog)
        == zip(["9:158", "13:152", "14:445"], Self.planted).map { "\($0) \($1)" })
  }

  @Test func anArticleWithoutADocumentTypeIsComparedWithADTDAllTheSame() throws {
    guard let dtd = Self.types("dtd/1.4/JATS-journalpublishing1-4.dtd") else { return }
    let sample = try #require(Shared.read("jats/samples/invalid-nodoctype-1.4.xml"))
    #expect(
      Self.findings(sample, dtd)
        == zip(["8:158", "12:152", "13:445"], Self.planted).map { "\($0) \($1)" })
    let valid = try #require(Shared.read("jats/samples/refs-nodoctype-1.4.xml"))
    #expect(Self.findings(valid, dtd) == [])
  }

  @Test func whatWeWriteIsValid() throws {
    guard let catalog = Self.catalog else { return }
    let sample = try #require(Shared.read("jats/samples/refs-publishing-1.4.xml"))
    var conversion = Conversion()
    #expect(conversion.add(sample, name: "sample.xml", as: .jats) != nil)
    let written = try #require(conversion.output(as: .jats)?.bytes)
    #expect(written.firstOffset(of: Array("<!DOCTYPE".utf8), from: 0) != nil)
    #expect(Self.findings(written, catalog) == [])
  }

  @Test func everyDocumentTypeOfAVersionIsRead() throws {
    guard let catalog = Self.catalog else { return }
    let list = try #require(Shared.read("jats/catalog.xml"))
    let tree = MarkupParser.parseXML(list)
    let ids = tree.nodes.indices.compactMap { tree.attribute("publicId", of: $0) }
      .filter { $0.contains("v1.4") }
    #expect(ids.count > 5)
    for id in ids {
      let found = Self.findings(
        Array("<!DOCTYPE article PUBLIC '\(id)' 'a.dtd'>\n<article/>".utf8), catalog)
      #expect(
        found == [
          "2:1 error F066 <article> holds no element; expected <processing-meta> or <front>"
        ], "\(id)")
    }
    #expect(catalog.errors == [])
  }

  // MARK: Another opinion

  /// Changed articles are valid to us where they are to `xmllint`.
  @Test(arguments: ["publishing-1.4", "archiving-1.4"])
  func changedArticlesAreJudgedAsByAnotherProgram(_ name: String) throws {
    guard let catalog = Self.catalog,
      let sample = Shared.read("jats/samples/refs-\(name).xml")
    else { return }
    let changed = ChangedMarkup.versions(of: sample, count: 30)
    let files = changed.enumerated().map { (name: "article\($0.offset).xml", bytes: $0.element) }
    guard let invalid = XMLLint.invalid(among: files) else { return }
    for file in files {
      let found = Self.findings(file.bytes, catalog)
      #expect(found.isEmpty != invalid.contains(file.name), "\(file.bytes.text) \(found)")
    }
    #expect(!invalid.isEmpty && invalid.count < files.count)
  }
}

/// Small changes of a document that leave it well-formed.
private enum ChangedMarkup {
  /// Versions with one change each, always the same ones.
  static func versions(of document: [UInt8], count: Int) -> [[UInt8]] {
    let tree = MarkupParser.parseXML(document)
    let elements = tree.nodes.indices.filter { tree.nodes[$0].kind == .element }.dropFirst()
    var state: UInt64 = 2026
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<count).map { turn in
      let node = tree.nodes[elements[elements.startIndex + random(elements.count)]]
      let other = tree.nodes[elements[elements.startIndex + random(elements.count)]]
      let range = node.source..<node.sourceEnd
      var result = document
      switch turn % 6 {
      case 0: result.removeSubrange(range)
      case 1: result.insert(contentsOf: document[range], at: range.upperBound)
      case 2: result.insert(contentsOf: document[range], at: other.source)
      case 3: result.insert(contentsOf: " loose ".utf8, at: range.lowerBound)
      case 4:
        let end = range.lowerBound + 1 + node.name.utf8.count
        result.insert(
          contentsOf: [" id='r1'", " content-type='a'", " rid='x'"][random(3)].utf8, at: end)
      default:
        // The element without its tags.
        guard
          let open = document[range].firstIndex(of: UInt8(ascii: ">")),
          let close = document[range].lastIndex(of: UInt8(ascii: "<")), close > open
        else { return document }
        result.replaceSubrange(range, with: document[open + 1..<close])
      }
      return result
    }
  }
}
