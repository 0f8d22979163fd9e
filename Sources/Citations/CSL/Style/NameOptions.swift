/// The options of name lists; what is nil is inherited.
///
/// Source: CSL 1.0.2, "Name", "Inheritable Name Options".
struct NameOptions: Sendable {
  enum And: String, Sendable { case text, symbol }
  enum Precedes: String, Sendable {
    case contextual, always, never
    case afterInvertedName = "after-inverted-name"
  }
  enum Form: String, Sendable { case long, short, count }
  enum SortOrder: String, Sendable { case first, all }

  var and: And?
  var delimiter: [UInt8]?
  var delimiterPrecedesEtAl: Precedes?
  var delimiterPrecedesLast: Precedes?
  var etAlMin: Int?
  var etAlUseFirst: Int?
  var etAlSubsequentMin: Int?
  var etAlSubsequentUseFirst: Int?
  var etAlUseLast: Bool?
  var form: Form?
  var initialize: Bool?
  var initializeWith: [UInt8]?
  var nameAsSortOrder: SortOrder?
  var sortSeparator: [UInt8]?
  /// The delimiter between the names of different variables.
  var namesDelimiter: [UInt8]?

  /// These options, completed by those of a level above.
  func over(_ base: NameOptions) -> NameOptions {
    NameOptions(
      and: and ?? base.and, delimiter: delimiter ?? base.delimiter,
      delimiterPrecedesEtAl: delimiterPrecedesEtAl ?? base.delimiterPrecedesEtAl,
      delimiterPrecedesLast: delimiterPrecedesLast ?? base.delimiterPrecedesLast,
      etAlMin: etAlMin ?? base.etAlMin, etAlUseFirst: etAlUseFirst ?? base.etAlUseFirst,
      etAlSubsequentMin: etAlSubsequentMin ?? base.etAlSubsequentMin,
      etAlSubsequentUseFirst: etAlSubsequentUseFirst ?? base.etAlSubsequentUseFirst,
      etAlUseLast: etAlUseLast ?? base.etAlUseLast, form: form ?? base.form,
      initialize: initialize ?? base.initialize,
      initializeWith: initializeWith ?? base.initializeWith,
      nameAsSortOrder: nameAsSortOrder ?? base.nameAsSortOrder,
      sortSeparator: sortSeparator ?? base.sortSeparator,
      namesDelimiter: namesDelimiter ?? base.namesDelimiter)
  }
}
