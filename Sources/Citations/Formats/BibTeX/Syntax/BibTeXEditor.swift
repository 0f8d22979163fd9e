/// Changes single fields and keys of a file and leaves every other byte as it is.
///
/// Changes are collected and made together by `bytes`; a block is changed once.
public struct BibTeXEditor: Sendable {
  /// A change of an entry.
  public enum Change: Sendable, Hashable {
    /// Gives a field a value, LaTeX without delimiters; adds the field where the entry has none of that name.
    case set(String, to: String)
    /// Takes a field away, together with its lines.
    case remove(String)
    /// Gives the entry another key.
    case key(String)
  }

  /// The file as it was.
  public let syntax: BibTeXSyntax
  /// What has been collected.
  public internal(set) var edits: [SourceEdit] = []

  /// How lines end in the file.
  let lineEnding: [UInt8]

  /// An editor of a file.
  public init(_ syntax: BibTeXSyntax) {
    self.syntax = syntax
    lineEnding = syntax.bytes.lineEnding
  }

  /// The file with all changes made.
  public var bytes: [UInt8] { SourceEdit.apply(edits, to: syntax.bytes) }

  /// Collects changes of the block at an index of `syntax.blocks`.
  ///
  /// - Returns: Whether the changes could be made; false, and nothing is collected, where the block is no entry or does not
  ///   close, or where a value's braces do not balance or a name or key is none.
  @discardableResult
  public mutating func change(_ changes: [Change], in block: Int) -> Bool {
    guard syntax.blocks.indices.contains(block) else { return false }
    guard syntax.blocks[block].kind == .entry, syntax.blocks[block].isClosed else { return false }
    guard changes.allSatisfy(Self.isSound) else { return false }
    var added: [(name: String, value: String)] = []
    var remaining = Array(
      Int(syntax.blocks[block].fields.start)..<Int(syntax.blocks[block].fields.end))
    for change in changes {
      switch change {
      case .key(let key): setKey(key, of: syntax.blocks[block])
      case .remove(let name):
        for index in fields(named: name, in: syntax.blocks[block]) {
          removeField(syntax.fields[index])
          remaining.removeAll { $0 == index }
        }
      case .set(let name, let value):
        if let index = fields(named: name, in: syntax.blocks[block]).first {
          setValue(value, of: syntax.fields[index])
        } else {
          added.append((name, value))
        }
      }
    }
    if !added.isEmpty { add(added, to: syntax.blocks[block], behind: remaining.last) }
    return true
  }

  private static func isSound(_ change: Change) -> Bool {
    switch change {
    case .set(let name, let value):
      isName(name) && BibTeXBalance(Array(value.utf8)[...]).isBalanced
    case .remove: true
    case .key(let key):
      !key.isEmpty
        && key.utf8.allSatisfy {
          !$0.isASCIISpace && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}")
        }
    }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy(\.isBibTeXName)
  }

  private func fields(named name: String, in block: BibTeXSyntax.Block) -> [Int] {
    let wanted = name.utf8.map(\.asciiLowercased)
    return (Int(block.fields.start)..<Int(block.fields.end)).filter {
      syntax.bytes.holds(wanted, at: syntax.fields[$0].name)
    }
  }

  private mutating func setKey(_ key: String, of block: BibTeXSyntax.Block) {
    var text = Array(key.utf8)
    if block.key.start == block.key.end {
      let next = syntax.bytes.skippingSpace(from: Int(block.key.end))
      let hasComma = next < syntax.bytes.count && syntax.bytes[next] == UInt8(ascii: ",")
      if !hasComma, block.fields.start < block.fields.end { text += Array(", ".utf8) }
    }
    edits.append(SourceEdit(block.key, text))
  }

  /// Keeps the delimiters where the value is one piece that they fit; a number stays one.
  private mutating func setValue(_ value: String, of field: BibTeXSyntax.Field) {
    let text = Array(value.utf8)
    let pieces = syntax.pieces(of: field)
    if let piece = pieces.first, pieces.count == 1, piece.isClosed {
      let fits =
        switch piece.kind {
        case .braced: true
        case .quoted: !BibTeXBalance(text[...]).hasOuterQuote
        case .number: !text.isEmpty && text.allSatisfy(\.isASCIIDigit)
        case .symbol, .unquoted: false
        }
      if fits {
        edits.append(SourceEdit(piece.text, text))
        return
      }
    }
    edits.append(SourceEdit(field.value, [UInt8(ascii: "{")] + text + [UInt8(ascii: "}")]))
  }
}

/// What braces and quotation marks do in a value.
struct BibTeXBalance {
  /// Whether every brace has its partner.
  var isBalanced = true
  /// Whether a quotation mark stands outside of braces.
  var hasOuterQuote = false

  init(_ text: ArraySlice<UInt8>) {
    var depth = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth == 0: hasOuterQuote = true
      default: break
      }
      if depth < 0 { isBalanced = false }
    }
    if depth != 0 { isBalanced = false }
  }
}
