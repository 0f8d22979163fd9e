/// All rules: those of the checks and those by which readers say what is wrong with their input.
public enum Rules {
  /// Every rule, sorted by id.
  public static let all: [Rule] = Array(
    Set(
      documents + KeyChecks.rules + BibliographyChecks.rules + Rule.ofRecords + readers + bibtex
        + DocumentTypeCheck.rules)
  ).sorted { $0.id < $1.id }

  /// Where each rule stands in `all`, by its id.
  static let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })

  /// The rule with an id or a name, in whatever case; nil where there is none.
  public static func named(_ text: String) -> Rule? {
    let wanted = text.lowercased()
    return all.first { $0.id.lowercased() == wanted || $0.name == wanted }
  }

  /// The rules whose id begins with `text`, whose name it is, or all of them for "all"; empty where none fits.
  public static func matching(_ text: String) -> [Rule] {
    let wanted = text.lowercased()
    guard wanted != "all" else { return all }
    guard !wanted.isEmpty else { return [] }
    return all.filter { $0.name == wanted || $0.id.lowercased().hasPrefix(wanted) }
  }

  /// The rules that have all `words` in their id, name, title or explanation.
  public static func search(_ words: [String]) -> [Rule] {
    let wanted = words.map { Folding.key($0) }
    return all.filter { rule in
      let text = Folding.key(
        [rule.id, rule.name, rule.title, rule.explanation?.why ?? ""].joined(separator: " "))
      return wanted.allSatisfy { text.contains($0) }
    }
  }

  private static let readers: [Rule] = [
    .invalidEncoding, .guessedEncoding, .malformedMarkup, .declaredEntities, .unclosedMarkup,
    .controlCharacters, .replacementCharacters, .brokenLayout,
    .malformedJSON, .notAnItem, .itemWithoutType, .malformedYAML, .duplicateYAMLKey,
    .excessiveYAML, .unknownYAMLAlias, .forbiddenYAMLCharacter, .noCSLYAMLItems, .noCSLYAMLItem,
    .cslYAMLItemWithoutType, .risTextOutside, .risRecordWithoutEnd, .risRecordWithoutType,
    .risWithoutRecords, .unknownReferenceType, .severalNamesInField, .outdatedMemberLine,
    .endNoteTaggedTextOutside, .endNoteTaggedWithoutRecords, .malformedEndNoteXML,
    .endNoteXMLEntities, .endNoteXMLWithoutRecords, .malformedMODS, .entitiesInMODS,
    .emptyMODSRecord, .noMODS, .malformedJATS, .untaggedCitation, .citationsOutsideOfList,
    .noReferencesInJATS, .entitiesInJATS, .emptyReferenceInJATS, .noHayagrivaEntry,
    .hayagrivaEntryWithoutType, .duplicateHayagrivaKey, .noCFFReference, .noCFFVersion,
    .nbibTextOutside, .nbibWithoutRecords, .notAStyle, .styleStructure, .styleValue, .styleMacro,
    .unknownStyleAttribute, .unknownStyleName, .brokenCitations, .unknownWork, .unusedCitationPart,
    .citeLeftOut,

  ]

  private static let bibtex: [Rule] = [
    .unbalancedBrace, .unterminatedString, .unexpectedEnd, .strayText, .strayBrace, .missingComma,
    .extraComma, .missingEquals, .missingValue, .missingKey, .badKey, .nonASCIIKey, .duplicateKey,
    .duplicateKeyCase, .duplicateField, .unquotedValue, .emptyField, .percentCommentInEntry,
    .commentedEntry, .commentContainsEntry, .escapedBrace, .mismatchedDelimiter, .missingDelimiter,
    .entryInValue, .atSignInText, .strayQuote, .undefinedString, .redefinedString, .crossrefCycle,
    .crossrefUndefined, .missingRequired, .unknownType, .invalidDate, .dateAndYear,
    .abbreviatedPages, .reversedPages, .doiAddress, .doiLabel, .doiFullStop, .arXivInJournal,
    .escapedVerbatim, .overprotectedTitle, .oversizedValue, .danglingAnd, .nameCommas,
    .nameSeparator,
    .suffixWithoutComma, .initialsAsFamily, .lowercaseName, .etAlInNames, .unknownCommand,
    .unescapedPercent, .unescapedAmpersand, .unescapedHash, .unbalancedMath, .htmlEntity, .htmlTag,
  ]

  private static let documents: [Rule] =
    IncompleteReference.rules + [
      IncompleteMention.rule, DoubtfulReading.rule, MarkerWithoutNote.rule, NoteWithoutMarker.rule,
      DuplicateLabel.rule, OutOfOrder.rule, SeveralSeries.rule, TrailingText.rule, NoNotes.rule,
      LocatorOutsideWork.rule, MissingLocator.rule,
      .unresolvedShortForm, .ambiguousShortForm, .ibidWithoutAntecedent, .likelyDuplicate,
    ]
}

/// What the rules of one letter are about.
public struct RuleFamily: Sendable, Hashable {
  /// The letter that their ids begin with.
  public let letter: String
  /// What they are about, as a heading.
  public let title: String

  /// The families in the order of their letters.
  public static let all: [RuleFamily] = [
    RuleFamily(letter: "B", title: "Syntax of BibTeX"),
    RuleFamily(letter: "C", title: "Completeness"),
    RuleFamily(letter: "D", title: "Duplicates and contradictions"),
    RuleFamily(letter: "F", title: "Files and their formats"),
    RuleFamily(letter: "I", title: "Identifiers"),
    RuleFamily(letter: "K", title: "Keys and cross-references"),
    RuleFamily(letter: "L", title: "CSL styles and locales"),
    RuleFamily(letter: "N", title: "Notes and markers"),
    RuleFamily(letter: "P", title: "Doubtful readings"),
    RuleFamily(letter: "S", title: "Style and consistency"),
    RuleFamily(letter: "T", title: "Truth: what sources know"),
    RuleFamily(letter: "X", title: "Losses of an export"),
  ]

  /// The rules of the family, by id.
  public var rules: [Rule] { Rules.all.filter { $0.id.hasPrefix(letter) } }
}

extension Rule {
  /// Ids of rules that are a matter of taste or of the house: they are checked only where they are asked for.
  private static let optional: Set<String> = [
    "B116", "B130", "C035", "C036", "D004", "I004", "I007", "I008", "I023", "K005", "K007",
    "N021", "S007", "S008", "S017", "S019", "S028", "S029", "S034", "S037", "S048",
    "S057", "S058",
  ]

  /// Whether the rule is checked only where it is asked for.
  public var isOptional: Bool { Self.optional.contains(id) }
}
