/// A note of a page before its text is written.
struct HTMLFoundNote: Sendable {
  /// Where the text of a note stands.
  enum Place: Sendable, Hashable {
    /// Apart from the text: at the end of the page, after a paragraph.
    case apart
    /// Inside the sentence.
    case contained
    /// In the attribute of that name.
    case attribute(String)
    /// A remark of an editing program, not of the text.
    case comment
  }

  /// The nodes of the note.
  var nodes: Range<Int>
  var place = Place.apart
  /// The label, once it is known.
  var label: HTMLLabel?
  /// The label that a list gives by counting.
  var listLabel: HTMLLabel?
  /// The element that a link named to find it.
  var target: Int?
  /// Text that is shown before the nodes and belongs to them: the part of a text node.
  var part: Range<Int>?

  init(_ nodes: Range<Int>, place: Place = .apart) {
    self.nodes = nodes
    self.place = place
  }
}

/// A marker of a page.
struct HTMLFoundMarker: Sendable {
  /// The nodes that are the sign.
  var nodes: Range<Int>
  /// Where the sign is part of one text node: its bytes in `MarkupTree.text`.
  var part: Range<Int>?
  var label: HTMLLabel?
  /// Index of the note, nil for none.
  var note: Int?
  var pairing: Pairing?
}

/// What the finders have found so far.
struct HTMLFindings: Sendable {
  var notes: [HTMLFoundNote] = []
  var markers: [HTMLFoundMarker] = []
  /// What to leave out besides: backlinks, doubles, brackets around markers.
  var cuts: [HTMLCut] = []

  /// The nodes that belong to notes apart, as flags.
  func covered(_ count: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    for note in notes {
      if case .attribute = note.place { continue }
      for node in note.nodes { result[node] = true }
    }
    return result
  }
}
