import Testing

@testable import Citations

@Suite struct BibTeXWriterTests {
  private func text(
    _ references: [Reference], _ format: BibliographyFormat, asciiOnly: Bool = false
  ) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return format.writeReferences?(references, options) ?? []
  }

  private static let all =
    SampleReferences.difficult + SampleReferences.usual + SampleReferences.everything

  @Test(arguments: [false, true]) func bracesAreBalanced(asciiOnly: Bool) {
    for format in [BibliographyFormat.bibtex, .biblatex] {
      let output = text(Self.all, format, asciiOnly: asciiOnly)
      #expect(BibTeXText.isBalanced(output.string))
    }
  }

  @Test func asciiOnlyIsASCII() {
    for format in [BibliographyFormat.bibtex, .biblatex] {
      #expect(text(Self.all, format, asciiOnly: true).allSatisfy { $0 < 0x80 })
    }
  }

  @Test func difficultReferencesAsBibTeX() {
    golden(text(SampleReferences.difficult, .bibtex), "Formats/BibTeX/difficult.bib")
    golden(
      text(SampleReferences.difficult, .bibtex, asciiOnly: true),
      "Formats/BibTeX/difficult-ascii.bib")
  }

  @Test func difficultReferencesAsBibLaTeX() {
    golden(text(SampleReferences.difficult, .biblatex), "Formats/BibTeX/difficult.biblatex.bib")
    golden(text(SampleReferences.usual, .biblatex), "Formats/BibTeX/usual.biblatex.bib")
  }

  /// Every value of every variable must be found again in what was written.
  @Test func nothingIsDropped() {
    for type in ItemType.all {
      var reference = Reference(id: "k", type: type)
      var words: [String] = []
      for variable in TextVariable.allCases where ![.language, .citationKey].contains(variable) {
        words.append("T\(words.count)x")
        reference[variable] = RichText(words.last ?? "")
      }
      for variable in NumberVariable.allCases {
        words.append("\(1000 + words.count)")
        reference[variable] = words.last
      }
      for variable in NameVariable.allCases {
        words.append("Q\(words.count)x")
        reference[variable] = [Name(literal: words.last ?? "")]
      }
      for variable in DateVariable.allCases {
        words.append("\(2000 + words.count)")
        reference[variable] = DateValue(.init(2000 + words.count - 1))
      }
      for format in [BibliographyFormat.bibtex, .biblatex] {
        let output = text([reference], format).string
        let missing = words.filter { !output.contains($0) }
        #expect(missing.isEmpty, "\(format.name) \(type.rawValue)")
      }
    }
  }

  @Test func bibtexAcceptsEverything() {
    let aux = "\\citation{*}\n\\bibstyle{plain}\n\\bibdata{test}\n"
    for asciiOnly in [false, true] {
      let bib = text(Self.all, .bibtex, asciiOnly: asciiOnly)
      let result = Tool.run(
        "bibtex test", needs: "bibtex", files: [("test.bib", bib), ("test.aux", Array(aux.utf8))])
      guard let result else { return }
      #expect(!result.output.contains("error message"), "\(result.output)")
      #expect(result.status == 0, "\(result.output)")
    }
  }

  /// Warnings are allowed only where something mandatory is missing in the reference itself.
  @Test func biberFindsNothingWrong() {
    for asciiOnly in [false, true] {
      let bib = text(Self.all, .biblatex, asciiOnly: asciiOnly)
      let result = Tool.run(
        "biber --tool --validate-datamodel test.bib", needs: "biber", files: [("test.bib", bib)])
      guard let result else { return }
      let findings = result.output.split(separator: "\n").filter {
        ($0.hasPrefix("WARN") || $0.hasPrefix("ERROR"))
          && !$0.contains("Missing mandatory field")
      }
      #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }
  }

  @Test func wholeReferencesMissNothingMandatory() {
    let bib = text(SampleReferences.everything, .biblatex)
    let result = Tool.run(
      "biber --tool --validate-datamodel test.bib", needs: "biber", files: [("test.bib", bib)])
    guard let result else { return }
    #expect(!result.output.contains("WARN -"), "\(result.output)")
  }
}
