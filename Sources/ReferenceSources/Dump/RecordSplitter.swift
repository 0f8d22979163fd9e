/// Cuts a dump into records, however they are packed: one a line, in an array, in `{"items": […]}`, `{"message": {…}}`.
///
/// Only brackets and strings are looked at; whether a record is JSON is for its reader to say. What is broken costs the
/// record or the line that it stands in. Memory is bounded by the longest record.
/// Source: Crossref, "Metadata retrieval": the forms of its public data files and of its API's replies.
struct RecordSplitter {
  /// Members of an object around the records: lists of them.
  private static let lists = ["items", "references", "data"]
  /// The member of a reply that holds a single record, or the list.
  private static let message = "message"
  /// Longer records are passed over.
  private static let longest = 1 << 25

  /// A record as it stands in the dump.
  struct Record {
    /// Its text.
    var bytes: [UInt8]
    /// The line in which it begins, 1-based.
    var line: Int
  }

  private enum State {
    /// Before a record.
    case outside
    case record
    /// In a record or between records where nothing fits any more; the next line may be right again.
    case lost
    /// Behind the list in the object around it.
    case rest
  }

  /// What could not be read.
  private(set) var broken = BrokenLines()
  private let recordsAreLines: Bool
  private var state = State.outside
  private var line = 1
  private var column = 0
  /// Whether the line holds nothing but white space so far.
  private var isBlank = true
  private var inString = false
  private var isEscaped = false
  /// The brackets that close what is open in the record, or in the rest.
  private var closers: [UInt8] = []
  /// How many objects are open around the records.
  private var envelopes = 0
  private var isInList = false
  private var record: [UInt8] = []
  private var recordLine = 1
  private var recordColumn = 0
  /// Whether nothing stands before the record in its line.
  private var recordBeganLine = false

  /// - Parameter recordsAreLines: Whether each line is a whole, so that a new line ends whatever is open.
  init(recordsAreLines: Bool) { self.recordsAreLines = recordsAreLines }

  /// The records in the next bytes, and the one that they complete.
  mutating func split(_ bytes: [UInt8]) -> [Record] {
    var found: [Record] = []
    // Where the part of the record begins that is not copied yet.
    var start = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      if state == .record, isPlain(byte) {
        // Nearly all bytes leave here.
      } else if byte == 0x0A {
        endLine()
        continue
      } else if beginsAnew(byte, next: index + 1 < bytes.endIndex ? bytes[index + 1] : nil) {
        begin()
        start = index
      } else {
        switch state {
        case .record:
          if inString {
            passString(byte)
          } else {
            switch pass(byte, bytes[start..<index], &found) {
            case .inside: break
            case .done: start = index + 1
            case .inner: start = index
            }
          }
        case .outside: step(byte)
        case .rest: passRest(byte)
        case .lost: break
        }
      }
      if byte > 0x20 { isBlank = false }
      column += 1
    }
    if state == .record {
      record += bytes[start...]
      if record.count > Self.longest { lose("the record is longer than \(Self.longest >> 20) MiB") }
    }
    return found
  }

  /// Whether a byte of a record says nothing about where the record ends.
  private func isPlain(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return !isEscaped }
    return inString
      ? !isEscaped && byte != 0x22 && byte != 0x5C && byte != 0x0A : !Self.isTelling[Int(byte)]
  }

  /// Whether a byte begins a record: the first one, the one after another, or one where an open record should have ended.
  private func beginsAnew(_ byte: UInt8, next: UInt8?) -> Bool {
    guard byte == UInt8(ascii: "{") else { return false }
    switch state {
    case .outside: return true
    case .rest: return false
    case .record, .lost:
      // Inner objects of a text with indents stand further right.
      return !inString && isBlank && recordBeganLine && column == recordColumn && !recordsAreLines
        && (column > 0 || next == 0x22)
    }
  }

  /// Says what the end of the file leaves open.
  mutating func finish() {
    if state == .record { broken.add(recordLine, "the file ends inside a record") }
  }

  /// Notes what its reader could not use.
  mutating func refuse(_ line: Int, _ reason: String) { broken.add(line, reason) }

  /// The line that was reached.
  var reachedLine: Int { line }

  /// Bytes outside of strings that mean something to `pass`, or end a line.
  private static let isTelling: [Bool] = (0..<128).map { "{}[]\"\n".utf8.contains(UInt8($0)) }

  private mutating func endLine() {
    if state == .record, inString || recordsAreLines {
      lose(inString ? "a string has no end" : "the line ends inside a record")
    }
    if recordsAreLines {
      state = .outside
      envelopes = 0
      isInList = false
    }
    line += 1
    column = 0
    isBlank = true
  }

  private mutating func passString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == 0x5C {
      isEscaped = true
    } else if byte == 0x22 {
      inString = false
    }
  }

  private mutating func begin() {
    if state == .record { broken.add(recordLine, "the record has no end") }
    state = .record
    record.removeAll(keepingCapacity: true)
    recordLine = line
    recordColumn = column
    recordBeganLine = isBlank
    closers = [UInt8(ascii: "}")]
    inString = false
    isEscaped = false
  }

  private mutating func lose(_ reason: String) {
    broken.add(recordLine, reason)
    record.removeAll(keepingCapacity: true)
    state = .lost
    inString = false
    isEscaped = false
  }

  /// A byte between records that begins none.
  private mutating func step(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): isInList = true
    case UInt8(ascii: "]"):
      isInList = false
      endRecord()
    case 0x20, 0x09, 0x0D, 0x1E, UInt8(ascii: ","), 0xEF, 0xBB, 0xBF: break
    default:
      recordLine = line
      recordColumn = 0
      recordBeganLine = true
      lose("found no record")
    }
  }

  /// Goes on behind a record, or behind the list.
  private mutating func endRecord() {
    state = .outside
    guard envelopes > 0, !isInList else { return }
    state = .rest
    closers = Array(repeating: UInt8(ascii: "}"), count: envelopes)
  }

  private mutating func passRest(_ byte: UInt8) {
    if inString { return passString(byte) }
    switch byte {
    case 0x22: inString = true
    case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
    case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      closers.removeLast()
      if closers.isEmpty {
        envelopes = 0
        state = .outside
      }
    default: break
    }
  }

  /// What a byte of a record means for it.
  private enum Passage {
    /// The record goes on.
    case inside
    /// What was read before is done with.
    case done
    /// The record begins with this byte; what was read before is not part of it.
    case inner
  }

  /// Takes a bracket or a quotation mark of a record; `before` is what is not copied yet.
  private mutating func pass(
    _ byte: UInt8, _ before: ArraySlice<UInt8>, _ found: inout [Record]
  ) -> Passage {
    switch byte {
    case 0x22: inString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if closers.count == 1, !isInList, let passage = envelope(before, byte) { return passage }
      closers.append(byte + 2)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard closers.popLast() == byte else {
        lose("the brackets do not match")
        return .done
      }
      guard closers.isEmpty else { return .inside }
      record += before
      record.append(byte)
      found.append(Record(bytes: record, line: recordLine))
      record.removeAll(keepingCapacity: true)
      endRecord()
      return .done
    default: break
    }
    return .inside
  }

  /// The name of the member whose value begins now.
  private func nameBefore(_ before: ArraySlice<UInt8>) -> String? {
    // Names of members that matter are short, and often all of it is in the piece at hand.
    var tail = Array(record.suffix(64)) + before.suffix(64)
    func trim() { while let last = tail.last, last <= 0x20 { tail.removeLast() } }
    trim()
    guard tail.popLast() == UInt8(ascii: ":") else { return nil }
    trim()
    guard tail.popLast() == 0x22, let opening = tail.lastIndex(of: 0x22) else { return nil }
    return String(decoding: tail[(opening + 1)...], as: UTF8.self)
  }

  /// What the value that begins now shows, where it shows that this is no record but what stands around them.
  private mutating func envelope(_ before: ArraySlice<UInt8>, _ byte: UInt8) -> Passage? {
    guard let name = nameBefore(before) else { return nil }
    if byte == UInt8(ascii: "["), Self.lists.contains(name) {
      envelopes += 1
      isInList = true
      state = .outside
      record.removeAll(keepingCapacity: true)
      return .done
    }
    if byte == UInt8(ascii: "{"), name == Self.message, envelopes == 0 {
      envelopes += 1
      state = .outside
      begin()
      return .inner
    }
    return nil
  }
}
