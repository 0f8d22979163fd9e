/// A way to mend what a finding is about.
///
/// All edits are made together or none of them is.
public struct FixIt: Sendable, Hashable {
  /// Whether a fix may be made unasked.
  public enum Safety: String, Sendable, Hashable {
    /// The meaning stays as it is.
    case safe
    /// Probably what was meant; a person should look at it.
    case suggested
  }

  /// What the fix does: an order in lower case without a full stop, "write 'doi' without the resolver".
  public var title: String
  /// Whether it may be made unasked.
  public var safety: Safety
  /// The pieces to replace, which do not overlap.
  public var edits: [SourceEdit]

  /// A fix that makes `edits`.
  public init(_ title: String, _ safety: Safety, _ edits: [SourceEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }

  /// A fix that puts `text` in the place of `range`.
  public init(_ title: String, _ safety: Safety, replace range: SourceRange, with text: String) {
    self.init(title, safety, [SourceEdit(range, Array(text.utf8))])
  }

  /// All edits as one that spans them, with the bytes between them as they are; nil without edits.
  public func spanningEdit(in bytes: [UInt8]) -> SourceEdit? {
    guard let start = edits.map(\.range.start).min(), let end = edits.map(\.range.end).max(),
      end <= bytes.count
    else { return nil }
    let shifted = edits.map {
      SourceEdit(
        SourceRange(Int($0.range.start - start), Int($0.range.end - start)), $0.replacement)
    }
    return SourceEdit(
      SourceRange(Int(start), Int(end)),
      SourceEdit.apply(shifted, to: Array(bytes[Int(start)..<Int(end)])))
  }
}
