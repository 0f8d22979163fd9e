/// Something in a document that its document type does not allow.
struct DTDViolation: Sendable, Hashable {
  /// What it is about.
  enum Kind: Sendable, Hashable {
    /// Elements and text: what stands where.
    case content
    /// Attributes and their values.
    case attribute
  }

  var kind: Kind
  var message: String
  /// Where it stands, as byte offsets.
  var range: Range<Int>
}
