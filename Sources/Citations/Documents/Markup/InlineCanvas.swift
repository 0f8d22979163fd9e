/// The marks that an inline scanner makes on raw text, and the clean text that they leave.
///
/// A scanner never builds text while it reads: it says which bytes are markup, which stand for other bytes, where a
/// marker stands and which stretches are styled, in any order. `seal` sorts the marks; `render` then makes the clean
/// text of any range, so that a note inside a sentence and the sentence around it come from the same marks.
/// All offsets are those of `raw`.
struct InlineCanvas: Sendable {
  /// What becomes of the bytes of a range.
  enum Edit: Sendable {
    /// They leave nothing.
    case skip
    /// They stand for other bytes.
    case replace([UInt8])
    /// They are a marker, of that index in the document; white space before it goes too if `swallowsSpace`.
    case marker(Int, swallowsSpace: Bool)
  }

  /// What holds for a range of text.
  enum Span: Sendable {
    case style(TextStyle)
    case link(String)
    case cite(StructuredCite)
  }

  /// A mark and where it stands.
  private struct Placed<Mark: Sendable>: Sendable {
    var range: Range<Int>
    var mark: Mark
  }

  /// A note that stands inside the raw text.
  struct InlineNote: Sendable {
    /// The bytes that are its text.
    var content: Range<Int>
    /// The bytes of the note with its brackets.
    var range: Range<Int>
    /// The index of its note in the assembly.
    var note: Int
  }

  /// Clean text with what stands in it.
  struct Rendered: Sendable {
    var text = SourceText()
    var markers: [Block.MarkerPlace] = []
    var cites: [StructuredCite] = []
  }

  /// The text to mark, whose pieces lead back to the source.
  let raw: SourceText
  private(set) var notes: [InlineNote] = []
  private var edits: [Placed<Edit>] = []
  private var spans: [Placed<Span>] = []

  init(_ raw: SourceText) {
    self.raw = raw
  }

  mutating func skip(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(Placed(range: range, mark: .skip)) }
  }

  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    if !range.isEmpty { edits.append(Placed(range: range, mark: .replace(bytes))) }
  }

  mutating func placeMarker(_ marker: Int, over range: Range<Int>, swallowsSpace: Bool = false) {
    edits.append(Placed(range: range, mark: .marker(marker, swallowsSpace: swallowsSpace)))
  }

  mutating func add(_ span: Span, _ range: Range<Int>) {
    if !range.isEmpty { spans.append(Placed(range: range, mark: span)) }
  }

  mutating func style(_ style: TextStyle, _ range: Range<Int>) {
    add(.style(style), range)
  }

  mutating func addNote(_ note: Int, content: Range<Int>, range: Range<Int>) {
    notes.append(InlineNote(content: content, range: range, note: note))
  }

  /// The source offset of an offset of `raw`.
  func source(_ offset: Int) -> Int { raw.sourceOffset(of: offset) }

  /// The source range of a range of `raw`.
  func sourceRange(_ range: Range<Int>) -> SourceRange { raw.sourceRange(of: range) }

  /// Puts the marks in order; to be called once, between the last mark and the first `render`.
  ///
  /// - Complexity: O(*n* log *n*) in the number of marks.
  mutating func seal() {
    // A mark without length stands before the one that begins at the same place.
    edits.sort {
      ($0.range.lowerBound, $0.range.isEmpty ? 0 : 1, -$0.range.upperBound)
        < ($1.range.lowerBound, $1.range.isEmpty ? 0 : 1, -$1.range.upperBound)
    }
    spans.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  /// The clean text of a range: white space collapsed, none at the ends.
  ///
  /// A mark over the range `ignored` does not count: that of a note whose whole range is its text.
  ///
  /// - Complexity: O(length of the range + marks in it · log marks).
  func render(_ range: Range<Int>, ignoring ignored: Range<Int>? = nil) -> Rendered {
    var writer = CanvasWriter(raw, from: range.lowerBound)
    var position = range.lowerBound
    var index = firstIndex(of: edits, notBefore: position)
    while index < edits.count, edits[index].range.lowerBound < range.upperBound {
      let place = edits[index].range
      if place == ignored {
        index += 1
        continue
      }
      writer.copy(position..<place.lowerBound)
      switch edits[index].mark {
      case .skip: break
      case .replace(let bytes): writer.insert(bytes, at: place.lowerBound)
      case .marker(let marker, let swallowsSpace):
        writer.placeMarker(marker, swallowsSpace: swallowsSpace)
      }
      position = max(position, min(place.upperBound, range.upperBound))
      index += 1
      if index < edits.count, edits[index].range.lowerBound < position {
        index = firstIndex(of: edits, notBefore: position)
      }
    }
    if position < range.upperBound { writer.copy(position..<range.upperBound) }
    return finish(writer, range)
  }

  private func finish(_ writer: CanvasWriter, _ range: Range<Int>) -> Rendered {
    var result = Rendered(text: writer.text, markers: writer.markers)
    var index = firstIndex(of: spans, notBefore: range.lowerBound)
    var citedUpTo = 0
    while index < spans.count, spans[index].range.lowerBound < range.upperBound {
      let place = writer.outputRange(of: spans[index].range.clamped(to: range))
      switch spans[index].mark {
      case .style(let style): result.text.addStyle(style, place)
      case .link(let target): result.text.addLink(target, place)
      case .cite(var cite):
        if place.isEmpty || place.lowerBound < citedUpTo { break }
        cite.range = place
        citedUpTo = place.upperBound
        result.cites.append(cite)
      }
      index += 1
    }
    return result
  }

  /// The index of the first mark that begins at or after `offset`.
  private func firstIndex<Mark>(of marks: [Placed<Mark>], notBefore offset: Int) -> Int {
    marks.partitionPoint { $0.range.lowerBound < offset }
  }
}
