/// A personal or corporate name, in the parts that CSL knows.
///
/// A part that is absent is empty. A name has either parts or a `literal`, never both.
/// Source: CSL 1.0.2, "Names"; csl-data.json, "name-variable".
public struct Name: Sendable, Hashable {
  /// The family name without particles: "Beethoven".
  public var family: String
  /// Given names and initials.
  ///
  /// Given names: "Ludwig", "J. R. R.".
  public var given: String
  /// A particle that is left out when only the family name is shown: "van" in "Ludwig van Beethoven".
  public var droppingParticle: String
  /// A particle that stays with the family name: "de" in "Charles de Gaulle" (in some styles).
  public var nonDroppingParticle: String
  /// "Jr.", "III".
  public var suffix: String
  /// The name of an institution or a name that must not be taken apart.
  public var literal: String
  /// Whether a comma stands before the suffix in natural order: "Smith, Jr.".
  public var hasCommaSuffix = false
  /// Whether the family name always comes first: "Mao Zedong".
  public var hasStaticOrdering = false

  /// A personal name in parts.
  public init(
    family: String, given: String = "", droppingParticle: String = "",
    nonDroppingParticle: String = "", suffix: String = ""
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
    self.literal = ""
  }

  /// A corporate name, or one that must not be taken apart.
  public init(literal: String) {
    self.family = ""
    self.given = ""
    self.droppingParticle = ""
    self.nonDroppingParticle = ""
    self.suffix = ""
    self.literal = literal
  }

  /// The name in natural order, for people: "Ludwig van Beethoven".
  public var display: String {
    if !literal.isEmpty { return literal }
    return [given, droppingParticle, nonDroppingParticle, family, suffix]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
