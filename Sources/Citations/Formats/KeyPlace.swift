/// Where the key of an entry stands in its file, and whether another one can be put there.
public struct KeyPlace: Sendable, Hashable {
  /// The key, without the signs around it.
  public let range: SourceRange
  /// The same key once more, where the entry has it twice; both change together.
  public private(set) var other: SourceRange?
  /// Why no other key can be put there, as a clause; nil where that can be done.
  private var obstacle: String?
  /// Whether one of the places is an ID of XML.
  private var isXMLID = false

  /// A key that can be replaced.
  init(_ range: SourceRange) { self.range = range }

  /// A key that can be replaced and stands at `place`; nil where something else is written there.
  init?(of key: String, at place: Range<Int>?, in bytes: [UInt8]) {
    guard let place, !key.isEmpty, bytes[place].elementsEqual(key.utf8) else { return nil }
    range = SourceRange(place.lowerBound, place.upperBound)
  }

  /// A key that is a scalar of YAML; nil where another one cannot simply be put in its place.
  init?(_ scalar: YAMLNode?, in bytes: [UInt8]) {
    guard let place = scalar?.textPlace(in: bytes) else { return nil }
    range = SourceRange(place.lowerBound, place.upperBound)
  }

  /// A key that is something else too and must stay: `obstacle` says what, as a clause.
  init(_ range: SourceRange, fixed obstacle: String) {
    self.range = range
    self.obstacle = obstacle
  }

  /// A key that is an ID of XML, and may stand in an element as well.
  init(xmlID range: SourceRange, andText text: SourceRange? = nil) {
    self.range = text ?? range
    if text != nil { other = range }
    isXMLID = true
  }

  /// All places of the key.
  public var ranges: [SourceRange] { [range] + [other].compactMap(\.self) }

  /// Why `key` cannot be put in the place, as a clause; nil where it can.
  public func refusal(of key: String) -> String? {
    if let obstacle { return obstacle }
    guard isXMLID, !XMLWriter.isPlainName(key) else { return nil }
    return "it is an ID of XML, so write ASCII letters, digits and _ - . with a letter first"
  }
}
