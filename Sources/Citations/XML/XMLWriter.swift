/// Writes XML into memory.
///
/// Characters that XML 1.0 cannot hold are left out and counted in `droppedCharacters`. Line breaks are added only between
/// the children of elements that are not `mixed`, so they never become text of a paragraph.
/// Source: XML 1.0, 2.2 "Characters", 2.4 "Character Data and Markup", 3.1 "Start-Tags, End-Tags, and Empty-Element Tags".
struct XMLWriter: ~Copyable {
  private var bytes: [UInt8] = []
  /// Whether characters beyond ASCII become character references.
  private let asciiOnly: Bool
  /// The elements that are open; children of one that holds text stand where they stand.
  private var open: [(name: String, isMixed: Bool)] = []
  /// Whether the innermost start tag still lacks its end, which is another one where nothing is inside.
  private var isTagOpen = false
  /// Whether the innermost open element has an element inside, on a line of its own.
  private var hasChildLine = false
  /// How many characters were left out because XML 1.0 cannot hold them.
  private(set) var droppedCharacters = 0

  init(asciiOnly: Bool = false) {
    self.asciiOnly = asciiOnly
  }

  /// The XML declaration; the encoding is UTF-8.
  mutating func declaration() {
    bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
  }

  /// A document type with its public and system identifiers.
  mutating func doctype(_ name: String, publicID: String, systemID: String) {
    bytes += "<!DOCTYPE \(name) PUBLIC \"\(publicID)\" \"\(systemID)\">\n".utf8
  }

  /// Opens an element.
  ///
  /// - Parameters:
  ///   - name: An XML name.
  ///   - attributes: Names and values in order; a name must not come twice.
  ///   - isMixed: Whether it holds text, so that nothing may be added inside.
  mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)] = [], mixed isMixed: Bool = false
  ) {
    endTag()
    let isInline = open.last?.isMixed ?? false
    if !isInline, !open.isEmpty { newLine(depth: open.count) }
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for attribute in attributes {
      bytes.append(0x20)
      bytes += attribute.name.utf8
      bytes += [UInt8(ascii: "="), 0x22]
      escape(attribute.value.utf8, inAttribute: true)
      bytes.append(0x22)
    }
    isTagOpen = true
    open.append((name, isMixed || isInline))
    hasChildLine = false
  }

  /// Closes the innermost open element.
  mutating func end() {
    guard let element = open.popLast() else { return }
    if !element.isMixed, hasChildLine { newLine(depth: open.count) }
    if isTagOpen {
      isTagOpen = false
      bytes += [UInt8(ascii: "/"), UInt8(ascii: ">")]
    } else {
      bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")]
      bytes += element.name.utf8
      bytes.append(UInt8(ascii: ">"))
    }
    hasChildLine = !(open.last?.isMixed ?? true)
  }

  /// Ends the start tag of the element that something is about to be put into.
  private mutating func endTag() {
    guard isTagOpen else { return }
    isTagOpen = false
    bytes.append(UInt8(ascii: ">"))
  }

  /// Text inside the innermost open element.
  mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    endTag()
    escape(text.utf8, inAttribute: false)
  }

  /// UTF-8 text inside the innermost open element.
  mutating func text(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    endTag()
    escape(text, inAttribute: false)
  }

  /// An element that holds only text.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String = ""
  ) {
    start(name, attributes, mixed: true)
    self.text(text)
    end()
  }

  /// Closes what is open and gives the document back.
  consuming func finish() -> [UInt8] {
    while !open.isEmpty { end() }
    bytes.append(0x0A)
    return bytes
  }

  private mutating func newLine(depth: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: min(depth, 20)))
  }

  /// Appends text with markup characters escaped and forbidden characters left out.
  private mutating func escape(_ text: some Collection<UInt8>, inAttribute: Bool) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      guard byte < 0x80 else {
        escapeScalar(text, &index)
        continue
      }
      text.formIndex(after: &index)
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\"") where inAttribute: bytes += "&quot;".utf8
      // A parser would make these a space or a line feed.
      case 0x0D: bytes += "&#13;".utf8
      case 0x09 where inAttribute: bytes += "&#9;".utf8
      case 0x0A where inAttribute: bytes += "&#10;".utf8
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: droppedCharacters += 1
      default: bytes.append(byte)
      }
    }
  }

  /// Appends the scalar that begins at `index`, which is moved past it.
  private mutating func escapeScalar<Text: Collection<UInt8>>(
    _ text: Text, _ index: inout Text.Index
  ) {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let found = Array(text[index...].prefix(length)).scalar(at: 0)
    index = text.index(index, offsetBy: found.length)
    if found.scalar.value & 0xFFFE == 0xFFFE, found.scalar.value <= 0xFFFF {
      droppedCharacters += 1
    } else if asciiOnly {
      bytes += "&#x\(String(found.scalar.value, radix: 16, uppercase: true));".utf8
    } else {
      bytes += String(found.scalar).utf8
    }
  }
}

extension XMLWriter {
  /// Whether a text can be the name of an element, or an ID, in any XML: ASCII letters, digits and `_ - .`, a letter first.
  static func isPlainName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else {
      return false
    }
    return text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "_-.".utf8.contains($0) }
  }
}
