import Testing

@testable import Citations

@Suite struct BibTeXWriterTests {
  private func text(
    _ references: [Reference], _ format: BibliographyFormat, asciiOnly: Bool = false
  ) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return format.write(references, options: options)?.bytes ?? []
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
        "bibtex test", needs: "bibtex",
        files: [("test.bib", bib), ("test.aux", Array(aux.utf8))])
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

  @Test func identifiersMustBeRight() {
    #expect(StandardNumber.isISBN("978-3-16-148410-0") && StandardNumber.isISBN("0-8044-2957-X"))
    #expect(!StandardNumber.isISBN("978-3-16-148410-1") && !StandardNumber.isISBN("080442957"))
    #expect(StandardNumber.isISSN("0378-5955") && StandardNumber.isISSN("2434-561X"))
    #expect(!StandardNumber.isISSN("0378-5956") && !StandardNumber.isISSN("X378-5955"))
  }

  @Test(
    arguments: [
      ("12\u{2013}19", "12--19"), ("12-19, 24", "12--19, 24"), ("A-1", "A-1"),
      ("xii\u{2013}xv", "xii--xv"),
      ("\u{2013}5", nil), ("1,", nil), ("S1\u{2014}S4; 9", "S1--S4; 9"),
    ] as [(String, String?)])
  func pageRangesUseTwoHyphens(text: String, latex: String?) {
    #expect(BibTeXText.pages(text, LaTeXEncoder(asciiOnly: false)) == latex)
  }

  @Test func wordsBesideADateAreKept() {
    var reference = Reference(id: "a", type: .book)
    var date = DateValue(.init(1931, 4, 5))
    date.literal = "Easter 1931"
    reference[.issued] = date
    reference[.accessed] = date
    for format in [BibliographyFormat.bibtex, .biblatex] {
      let output = text([reference], format).string
      #expect(output.components(of: "Easter 1931") == 2)
      #expect(output.contains("1931-04-05"))
    }
  }

  @Test func repeatedVariablesAreWrittenOnce() {
    var reference = Reference(id: "a", type: .articleJournal)
    reference[.containerTitleShort] = "J. Mills"
    reference[.journalAbbreviation] = "J. Mills"
    reference[.page] = "12\u{2013}19"
    reference[.pageFirst] = "12"
    let output = text([reference], .biblatex).string
    #expect(output.contains("shortjournal = {J. Mills}"))
    #expect(
      output.contains(
        "[csl: journalAbbreviation = {J. Mills}; page = {12\u{2013}19}; page-first = {12}]"))
  }

  /// Any text in any variable gives entries that are balanced and can be told apart.
  @Test func strangeTextDoesNoHarm() {
    let alphabet = Array("a {}\\%$&#_^~\"',=@\n\t\u{1}é–“漢\u{301}".unicodeScalars)
    var state: UInt32 = 11
    func next(_ limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16) % limit
    }
    func word() -> String {
      var result = "w"
      for _ in 0..<next(12) { result.unicodeScalars.append(alphabet[next(alphabet.count)]) }
      return result + "w"
    }
    var references: [Reference] = []
    for index in 0..<24 {
      var reference = Reference(id: word(), type: ItemType.all[index])
      for variable in TextVariable.allCases { reference[variable] = RichText(word()) }
      for variable in NumberVariable.allCases { reference[variable] = word() }
      for variable in DateVariable.allCases { reference[variable] = DateValue(literal: word()) }
      for variable in NameVariable.allCases {
        reference[variable] = [
          Name(family: word(), given: word(), nonDroppingParticle: word(), suffix: word()),
          Name(literal: word()),
        ]
      }
      reference.extras = [.init(format: "bibtex", name: word(), value: word())]
      references.append(reference)
    }
    for format in [BibliographyFormat.bibtex, .biblatex] {
      let output = text(references, format)
      #expect(BibTeXText.isBalanced(output.string))
      #expect(output.split(separator: 0x0A).filter { $0.first == UInt8(ascii: "@") }.count == 24)
    }
    let aux = Array("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{test}\n".utf8)
    let bibtex = Tool.run(
      "bibtex test", needs: "bibtex",
      files: [("test.bib", text(references, .bibtex)), ("test.aux", aux)])
    if let bibtex { #expect(!bibtex.output.contains("error message"), "\(bibtex.output)") }
    let biber = Tool.run(
      "biber --tool test.bib", needs: "biber",
      files: [("test.bib", text(references, .biblatex))])
    if let biber { #expect(!biber.output.contains("ERROR"), "\(biber.output)") }
  }
}

extension String {
  /// How often `part` stands in the text.
  fileprivate func components(of part: String) -> Int {
    let text = Array(utf8)
    var count = 0
    var start = 0
    while let place = text.firstOffset(of: Array(part.utf8), from: start) {
      count += 1
      start = place + 1
    }
    return count
  }
}
