import Testing

@testable import Citations

/// One fault at a time, planted between entries and notes in which nothing is to be mended.
@Suite struct PlantedFaultTests {
  static let files = [
    "refs.bib", "works.bib", "items.json", "records.ris", "essay.md", "paper.xml",
  ]
  static let fixable = PlantedFault.all.filter { fault in
    fault.beside == nil
      && fault.planted().map { checked($0.bytes, fault).findings.contains { !$0.fixes.isEmpty } }
        ?? false
  }

  /// The file of a fault, checked together with the file beside it.
  private static func checked(_ bytes: [UInt8], _ fault: PlantedFault) -> CheckedFile {
    var run = CheckRun(options: fault.options)
    if let beside = fault.beside, let other = Shared.fixture("Checks/Planted/\(beside)") {
      run.add(other, name: beside)
    }
    run.add(bytes, name: fault.file)
    let files = run.finish()
    return files[files.count - 1]
  }

  /// Rule and place of a finding as `line:column rule`.
  private static func line(_ rule: String, _ offset: Int?, _ source: SourceFile) -> String {
    let place = offset.map { source.position(at: $0) }
    return "\(place.map { "\($0.line):\($0.column)" } ?? "-") \(rule)"
  }

  @Test func thereAreFaultsOfAllKinds() {
    #expect(PlantedFault.all.count > 150)
    #expect(Set(PlantedFault.all.map(\.title)).count == PlantedFault.all.count)
  }

  @Test(arguments: files) func nothingIsSaidAboutFilesWithoutFaults(_ name: String) throws {
    var fault = PlantedFault(title: "none")
    fault.file = name
    let bytes = try #require(Shared.fixture("Checks/Planted/\(name)"))
    #expect(lines(of: Self.checked(bytes, fault)) == [])
  }

  @Test(arguments: PlantedFault.all) func theFaultAndNothingElseIsFound(_ fault: PlantedFault)
    throws
  {
    let planted = try #require(fault.planted(), "what is to be replaced does not stand there once")
    #expect(!planted.expected.isEmpty)
    let file = Self.checked(planted.bytes, fault)
    let found = file.findings.map {
      Self.line($0.rule.id, $0.range.map { Int($0.start) }, file.source)
    }
    let expected = planted.expected.map { Self.line($0.rule, $0.offset, file.source) }
    #expect(found.sorted() == expected.sorted(), "\(lines(of: file))")
  }

  @Test(arguments: fixable) func eachFixMendsItsFaultAndBringsNone(_ fault: PlantedFault) throws {
    let planted = try #require(fault.planted())
    let before = Self.checked(planted.bytes, fault)
    func count(_ file: CheckedFile, _ rule: Rule) -> Int {
      file.findings.count { $0.rule == rule }
    }
    for finding in before.findings {
      for fix in finding.fixes {
        let bytes = SourceEdit.apply(fix.edits, to: before.source.bytes)
        let after = Self.checked(bytes, fault)
        #expect(
          count(after, finding.rule) < count(before, finding.rule), "\(fix.title): \(bytes.text)")
        for other in Set(after.findings.map(\.rule)) where other != finding.rule {
          #expect(count(after, other) <= count(before, other), "\(other.id) after \(fix.title)")
        }
      }
    }
  }

  @Test(arguments: fixable) func fixesAreMadeOnce(_ fault: PlantedFault) throws {
    let planted = try #require(fault.planted())
    for suggested in [false, true] {
      func fixed(_ bytes: [UInt8]) -> [UInt8]? {
        CheckRun(options: fault.options).fix(
          bytes, name: fault.file, includingSuggested: suggested)?.bytes
      }
      // A file that is not UTF-8 stays as it is.
      guard let once = fixed(planted.bytes) else { continue }
      #expect(fixed(once) == once)
    }
  }
}
