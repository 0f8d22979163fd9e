import Testing

@testable import Citations

@Suite struct BibTeXNameReaderTests {
  fileprivate func read(
    _ text: String, _ rules: ReaderOptions.NameRules = .bibtex
  ) -> BibTeXNameReader.Outline {
    var reader = BibTeXNameReader(rules)
    let bytes = Array(text.utf8)
    let names = reader.read(bytes, 0..<bytes.count)
    return .init(names: names.map(Self.outline), problems: reader.problems.map(\.kind))
  }

  /// The parts with bars between them: given, particle, family, suffix; a literal in brackets.
  private static func outline(_ name: Name) -> String {
    if !name.literal.isEmpty { return "[\(name.literal)]" }
    var text = "\(name.given)|\(name.droppingParticle)|\(name.family)"
    if !name.nonDroppingParticle.isEmpty { text += "|+\(name.nonDroppingParticle)" }
    return name.suffix.isEmpty ? text : text + "|" + name.suffix
  }

  @Test(
    arguments: [
      ("Ada Mercer", "Ada||Mercer"), ("Mercer, Ada", "Ada||Mercer"), ("Plato", "||Plato"),
      ("Jan van der Berg and van der Berg, Jan", "Jan|van der|Berg; Jan|van der|Berg"),
      ("King, Jr., Martin Luther", "Martin Luther||King|Jr."),
      ("{Mill and Sons, Ltd.}", "[Mill and Sons, Ltd.]"),
      ("{\\'E}mile d'{\\'E}pinay", "Émile||d'Épinay"), ("{van der Berg}, Jan", "Jan||van der Berg"),
      ("Okri, Ben~J. and others", "Ben J.||Okri; [others]"),
      ("OKRI, B AND Mercer, A", "B||OKRI; A||Mercer"),
      ("Sand {and} Stone, A", "A||Sand and Stone"), ("", ""), ("  ", ""), ("Mercer,", "||Mercer"),
      ("family=Berg, given={Jan}, prefix=van der, useprefix=true", "Jan||Berg|+van der"),
      ("Иван Петров", "Иван||Петров"), ("Per {\\aa}sen", "Per||åsen"),
      ("al-Rashid, Harun", "Harun||al-Rashid"),
    ] as [(String, String)])
  func namesAreTakenApart(text: String, outline: String) {
    #expect(read(text).names.joined(separator: "; ") == outline)
  }

  @Test(
    arguments: [
      ("Jean de la Fontaine du Bois", "Jean|de la Fontaine du|Bois", "Jean|de la|Fontaine du Bois"),
      ("Ortega y Gasset, José", "José|Ortega y|Gasset", "José||Ortega y Gasset"),
      ("{\\uppercase{d}}e Gaulle, Charles", "Charles|De|Gaulle", "Charles||De Gaulle"),
    ] as [(String, String, String)])
  func bibtexAndBiberDiffer(text: String, bibtex: String, biber: String) {
    #expect(read(text, .bibtex).names == [bibtex])
    #expect(read(text, .biber).names == [biber])
  }

  @Test(
    arguments: [
      (
        "and Mercer, A and and Okri, B and", "A||Mercer; B||Okri",
        [.danglingAnd, .danglingAnd, .danglingAnd]
      ),
      ("Mercer, A., Okri, B.", "A.||Mercer; B.||Okri", [.tooManyCommas]),
      ("Mercer, Ada; Okri, Ben", "Ada||Mercer; Ben||Okri", [.separator]),
      ("Ada Mercer Jr.", "Ada||Mercer|Jr.", [.suffixWithoutComma]),
      ("Mercer AB", "AB||Mercer", [.initialsAsFamily]),
      ("Henry VIII", "Henry||VIII", []), ("ada mercer", "|ada|mercer", [.allLowercase]),
      ("Mercer, A. et al.", "A.||Mercer; [others]", [.etAl]), ("et al.", "[others]", [.etAl]),
    ] as [(String, String, [BibTeXNameReader.Problem.Kind])])
  func commonMistakesAreRepaired(
    text: String, outline: String, problems: [BibTeXNameReader.Problem.Kind]
  ) {
    let found = read(text)
    #expect(found.names.joined(separator: "; ") == outline)
    #expect(found.problems == problems)
  }
}

extension BibTeXNameReader {
  /// What a list of names was read as.
  fileprivate struct Outline {
    var names: [String]
    var problems: [Problem.Kind]
  }
}
