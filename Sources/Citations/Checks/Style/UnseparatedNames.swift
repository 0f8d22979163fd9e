/// S014, S012: several people in one name that commas, "and" or an ampersand join.
enum UnseparatedNames {
  /// The finding for a name that is several.
  static func finding(
    _ name: Name, _ field: CheckedEntry.Field?, _ entry: CheckedEntry,
    _ bibliography: CheckedBibliography
  ) -> Diagnostic? {
    let isBibTeX = bibliography.tree != nil
    var part = name.literal.isEmpty ? name.family : name.literal
    var rule = SuspiciousName.several
    let message: String
    if hasCommas(name) {
      part = isBibTeX ? name.family : part
      message = "is several names that commas part; expected \(isBibTeX ? "\"and\"" : "one name")"
    } else if !name.literal.isEmpty, !isBibTeX, joins(name.literal) {
      message = "is several names; expected one name"
    } else if !isBibTeX, bibliography.format == "csl-json", name.given.isEmpty,
      name.literal.isEmpty, name.family.utf8.contains(UInt8(ascii: "&"))
    {
      rule = SuspiciousName.ampersand
      message = "has an ampersand; part the names, or keep those of a firm together"
    } else {
      return nil
    }
    let value = bibliography.placed(part, in: field, of: entry)
    return Diagnostic(
      rule, "\"\(name.display)\" \(message)", at: value.range, key: entry.key)
  }

  /// Whether commas part people: each part has a given name and another word.
  static func hasCommas(_ name: Name) -> Bool {
    isPerson(name.family) && (isPerson(name.given) || isPerson(name.suffix))
  }

  /// A given name and another word with a capital.
  private static func isPerson(_ text: String) -> Bool {
    guard text.utf8.contains(0x20) else { return false }
    let words = text.utf8.split(separator: 0x20).map(Array.init)
    guard words.count == 2, words.allSatisfy({ $0.first?.isASCIIUpper ?? false }) else {
      return false
    }
    return GivenNames.contains(words[0].string) && !GivenNames.contains(words[1].string)
  }

  /// Whether "and" joins two people.
  private static func joins(_ text: String) -> Bool {
    let words = text.utf8.split(separator: 0x20).map { Array($0).string }
    guard let place = words.firstIndex(of: "and"), place >= 2, place + 2 < words.count else {
      return false
    }
    // "Family, Given and Family, Given".
    let isInverted = [words[..<place], words[(place + 1)...]].allSatisfy { name in
      name.count == 2 && (name.first?.utf8.last == UInt8(ascii: ","))
    }
    return isInverted || GivenNames.contains(words[0]) && GivenNames.contains(words[place + 1])
  }
}

/// Given names that are seldom family names.
enum GivenNames {
  private static let all: Set<String> = {
    let words: StaticString = """
      Aaron Ada Adam Agnes Alan Albert Alex Alexander Alice Alison Amanda Amy Andrea Andreas Andrew Angela Anita Ann Anna Anne
      Anthony Antonio Arthur Barbara Ben Benjamin Bernard Beth Betty Bob Brian Bruce Carl Carla Carlos Carmen Carol Caroline
      Catherine Charles Charlotte Chris Christian Christina Christine Christopher Claire Clara Claudia Colin Daniel Daniela
      David Deborah Denise Dennis Diana Diane Dominic Donald Donna Dorothy Douglas Edgar Edith Edward Eleanor Elena Elisabeth
      Elizabeth Ellen Emily Emma Eric Erica Ernest Esther Ethan Eva Evelyn Fiona Frances Francesca Francis Frank Franz Fred
      Frederick Fritz Gabriel Gary Geoffrey Gerald Gerard Giovanni Giulia Gloria Grace Graham Greg Gregory Hannah Hans Harold
      Harry Heather Helen Helga Henrik Herbert Hester Holly Hugh Ian Ines Ingrid Irene Isaac Isabel Ivan Jack Jacob Jacques
      James Jan Jane Janet Jason Jean Jeffrey Jennifer Jeremy Jessica Jill Jim Joan Joanna Joe Joel Johann John Jonathan
      Jose Joseph Joshua Judith Julia Julian Julie Jürgen Karen Karin Karl Kate Katherine Kathleen Keith Ken Kenneth Kevin Kit
      Klara Klaus Kurt Lars Laura Lauren Laurence Leah Leo Leonard Linda Lisa Louise Lucas Lucy Luigi Luis Luke Lydia Margaret
      Margery Maria Marie Marina Mark Marta Martha Mary Matthew Max Maya Megan Melissa Michael Michelle Miriam Monica Nancy
      Natalie Nathan Neil Nicholas Nicola Nicole Nina Noah Nora Olga Oliver Olivia Oscar Otto Pamela Patricia Patrick Paul
      Paula Peter Philip Phoebe Pierre Rachel Ralph Raymond Rebecca Richard Rita Robert Roger Roland Ronald Rosa Rose Ruth
      Sally Sam Samuel Sandra Sara Sarah Sean Sebastian Sergio Sharon Sheila Silvia Simon Sofia Sonia Sophie Stefan Stella
      Stephanie Stephen Steve Steven Stuart Sue Susan Susanne Sylvia Teresa Tessa Theodore Theresa Thomas Tim Timothy Tina Tom
      Tony Una Ursula Valerie Vera Veronica Victoria Vincent Virginia Walter Wendy Werner William Winifred Wolfgang Yvonne Zoe
      """
    return Set(words.description.split(whereSeparator: \.isWhitespace).map(String.init))
  }()

  static func contains(_ word: String) -> Bool { all.contains(word) }
}
