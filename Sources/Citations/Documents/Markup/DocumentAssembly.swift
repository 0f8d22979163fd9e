/// Gathers the blocks, markers and notes of a markup document and brings them together at the end.
///
/// Markers and notes meet by key: series and label, as the format compares labels. A note without a label of its own
/// gets its place in its series, or the next number that no label has.
struct DocumentAssembly: Sendable {
  /// The document so far; its markers and notes are in the order in which they were met.
  private(set) var document: Document
  /// For each note: whether the document counts it.
  private var countsNote: [Bool] = []
  /// For each marker: the key of the note that it names, or nil.
  private var markerKeys: [String?] = []
  private var notesByKey: [String: Int] = [:]
  private var pairings: [(prefix: String, pairing: Pairing)] = []
  private var reportedUnclosed = 0
  /// Series that are counted by letters: a, b, … z, aa.
  var letterSeries: Set<String> = []

  init(_ source: SourceFile, format: String) {
    document = Document(source: source, format: format)
  }

  /// The number of notes so far, which is the index of the next one.
  var noteCount: Int { document.notes.count }

  mutating func setTitle(_ title: SourceText) {
    if document.title == nil, !title.isEmpty { document.title = title }
  }

  mutating func setLanguage(_ tag: String) {
    if document.language == nil, !tag.isEmpty { document.language = tag }
  }

  mutating func report(_ rule: Rule, _ message: String, at range: SourceRange) {
    document.diagnostics.append(Diagnostic(rule, message, at: range))
  }

  /// Reports a construct without its end; at most 50 of them, since one lost bracket can make many.
  mutating func reportUnclosed(_ what: String, expected: String, at range: SourceRange) {
    reportedUnclosed += 1
    guard reportedUnclosed <= 50 else { return }
    report(.unclosedMarkup, "\(what) has no end, expected \"\(expected)\"", at: range)
  }

  /// Reports the constructs of a document's blocks that have no end.
  mutating func reportUnclosed(_ constructs: [UnclosedMarkup]) {
    for lost in constructs { reportUnclosed(lost.what, expected: lost.expected, at: lost.range) }
  }

  /// Adds a note and returns its index; an empty label lets the document count it.
  ///
  /// Markers name it by `key`, which is nil for a note that none can name.
  mutating func addNote(_ note: Note, key: String?) -> Int {
    let index = document.notes.count
    document.notes.append(note)
    countsNote.append(note.label.isEmpty)
    if let key {
      // Markers lead to the first of two with the same label; a check reports the second.
      if notesByKey[key] == nil { notesByKey[key] = index }
    }
    return index
  }

  /// The index of the note that `key` names so far.
  func note(for key: String) -> Int? { notesByKey[key] }

  /// Fills in the text of a note once its inline marks are known.
  mutating func setContent(_ rendered: InlineCanvas.Rendered, ofNote index: Int) {
    document.notes[index].text = rendered.text
    document.notes[index].structured = rendered.cites
  }

  /// Adds a marker that names its note by `key` and returns its index.
  mutating func addMarker(_ marker: Marker, key: String) -> Int {
    document.markers.append(marker)
    markerKeys.append(key)
    return document.markers.count - 1
  }

  /// Adds a marker of a note that is known already and returns its index.
  mutating func addMarker(_ marker: Marker, note: Int?, pairing: Pairing = .link) -> Int {
    var marker = marker
    marker.note = note
    marker.pairing = note == nil ? nil : pairing
    document.markers.append(marker)
    markerKeys.append(nil)
    return document.markers.count - 1
  }

  /// Makes `pairing` the way in which markers meet notes whose keys begin with `prefix`.
  mutating func setPairing(_ pairing: Pairing, ofKeys prefix: String) {
    pairings.append((prefix, pairing))
  }

  /// The index of the last marker that was added, or nil.
  var lastMarker: Int? { document.markers.isEmpty ? nil : document.markers.count - 1 }

  mutating func setLocator(_ locator: String, ofMarker index: Int) {
    document.markers[index].locator = locator
  }

  mutating func addBlock(_ block: Block) {
    if !block.text.isEmpty || !block.markers.isEmpty { document.blocks.append(block) }
  }

  /// Adds the block in `range` of a sealed canvas; nil for all of it.
  mutating func addBlock(_ kind: Block.Kind, _ canvas: InlineCanvas, _ range: Range<Int>? = nil) {
    let rendered = canvas.render(range ?? 0..<canvas.raw.count)
    addBlock(Block(kind, rendered.text, markers: rendered.markers))
  }

  /// Adds a note that is written where its marker stands, with the marker, and marks both on `canvas`.
  ///
  /// - Parameters:
  ///   - label: The label; empty lets the document count it.
  ///   - key: What other markers point to it by; empty for none.
  ///   - content: The bytes of the note's text.
  ///   - range: The bytes of the note with its brackets.
  ///   - canvas: The marks of the text that the note stands in.
  mutating func addInlineNote(
    label: String = "", key: String = "", content: Range<Int>, range: Range<Int>,
    on canvas: inout InlineCanvas
  ) {
    let source = canvas.sourceRange(range)
    let note = addNote(
      Note(label: label, text: SourceText(), range: source), key: key.isEmpty ? nil : key)
    canvas.addNote(note, content: content, range: range)
    canvas.placeMarker(addMarker(Marker(label: label, range: source), note: note), over: range)
  }

  /// Fills in the notes that stand inside a sealed canvas.
  mutating func fillNotes(of canvas: InlineCanvas) {
    for note in canvas.notes {
      setContent(canvas.render(note.content, ignoring: note.range), ofNote: note.note)
    }
  }

  /// The finished document: markers paired, notes in reading order, numbers given.
  mutating func finish() -> Document {
    sortMarkers()
    for index in document.markers.indices {
      guard let key = markerKeys[index], let note = notesByKey[key] else { continue }
      document.markers[index].note = note
      document.markers[index].pairing =
        pairings.first { key.hasPrefix($0.prefix) }?.pairing ?? .link
    }
    let order = readingOrder()
    var places = [Int](repeating: 0, count: order.count)
    for (place, note) in order.enumerated() { places[note] = place }
    let counted = order.map { countsNote[$0] }
    document.notes = order.map { document.notes[$0] }
    for index in document.markers.indices {
      document.markers[index].note = document.markers[index].note.map { places[$0] }
    }
    numberNotes(counted)
    return document
  }

  /// Puts the markers in the order of the source: one inside a note was met before the note had ended.
  private mutating func sortMarkers() {
    let markers = document.markers
    let order = markers.indices.sorted {
      (markers[$0].range.start, $0) < (markers[$1].range.start, $1)
    }
    guard !order.elementsEqual(markers.indices) else { return }
    var places = [Int](repeating: 0, count: order.count)
    for (place, marker) in order.enumerated() { places[marker] = place }
    document.markers = order.map { markers[$0] }
    markerKeys = order.map { markerKeys[$0] }
    for block in document.blocks.indices {
      for place in document.blocks[block].markers.indices {
        let marker = document.blocks[block].markers[place].marker
        document.blocks[block].markers[place].marker = places[marker]
      }
    }
  }

  /// Notes in the order of their first markers; a note that no marker names follows the note that it stands after.
  private func readingOrder() -> [Int] {
    var isNamed = [Bool](repeating: false, count: document.notes.count)
    var named: [Int] = []
    for marker in document.markers {
      guard let note = marker.note, !isNamed[note] else { continue }
      isNamed[note] = true
      named.append(note)
    }
    let source = document.notes.indices.sorted {
      (document.notes[$0].range.start, $0) < (document.notes[$1].range.start, $1)
    }
    var followers: [Int: [Int]] = [:]
    var last = -1
    for note in source {
      if isNamed[note] { last = note } else { followers[last, default: []].append(note) }
    }
    return (followers[-1] ?? []) + named.flatMap { [$0] + (followers[$0] ?? []) }
  }

  private mutating func numberNotes(_ counted: [Bool]) {
    var used: Set<String> = []
    for (index, note) in document.notes.enumerated() where !counted[index] {
      used.insert(note.series + "\n" + note.label)
    }
    var places: [String: Int] = [:]
    var last: [String: Int] = [:]
    for index in document.notes.indices {
      let series = document.notes[index].series
      places[series, default: 0] += 1
      guard counted[index] else { continue }
      var number = max(places[series] ?? 1, (last[series] ?? 0) + 1)
      while used.contains("\(series)\n\(number)") { number += 1 }
      last[series] = number
      document.notes[index].label =
        letterSeries.contains(series) ? Self.letters(number) : String(number)
    }
  }

  private static func letters(_ number: Int) -> String {
    var rest = number
    var result: [UInt8] = []
    while rest > 0 {
      rest -= 1
      result.insert(UInt8(ascii: "a") + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    return result.string
  }
}

/// A construct without its end: its name, the sign that should have ended it, and where it begins.
typealias UnclosedMarkup = (what: String, expected: String, range: SourceRange)
