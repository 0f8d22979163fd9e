/// Variables that people write into the note of an item, because their program has no field for them.
///
/// Lines such as `original-date: 1931` and `reviewed-author: Hall || W. C.`, from the first line on or after a first line
/// of other text, and `{:type: broadcast}` anywhere. What the item already has is kept, but for its type and its dates.
/// Source: citeproc-js manual, "Cheater syntax for odd fields"; Zotero, "Citing fields from Extra".
enum NoteFields {
  /// The reference with what its note says.
  static func applied(to reference: Reference) -> Reference {
    guard let note = reference[.note]?.plain, note.utf8.contains(UInt8(ascii: ":")) else {
      return reference
    }
    var result = reference
    var rest: [ArraySlice<UInt8>] = []
    var names: [NameVariable: [Name]] = [:]
    for (index, line) in lines(Array(note.utf8)).enumerated() {
      let isTaken = take(line, into: &result, &names)
      if !isTaken { rest.append(line) }
      // Below other text, lines are prose.
      if !isTaken, index > 0, !line.isEmpty { break }
    }
    for variable in NameVariable.allCases {
      if let found = names[variable], reference[variable].isEmpty { result[variable] = found }
    }
    if rest.count < lines(Array(note.utf8)).count {
      let text = Array(rest.joined(separator: [0x0A])).trimmedASCIISpace.string
      result[.note] = text.isEmpty ? nil : RichText(text)
    }
    return result
  }

  /// The lines of a note; a braced field is a line of its own.
  private static func lines(_ note: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    for line in note.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var rest = line
      while let open = rest.indices.first(where: {
        rest[$0] == UInt8(ascii: "{") && $0 + 1 < rest.endIndex && rest[$0 + 1] == UInt8(ascii: ":")
      }), let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) {
        if open > rest.startIndex { result.append(rest[..<open]) }
        result.append(rest[(open + 2)..<close])
        rest = rest[(close + 1)...]
      }
      result.append(rest)
    }
    return result
  }

  private static func take(
    _ line: ArraySlice<UInt8>, into reference: inout Reference,
    _ names: inout [NameVariable: [Name]]
  ) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return false
    }
    let key = line[..<colon].trimmedASCIISpace.string
    let value = line[(colon + 1)...].trimmedASCIISpace.string
    guard !value.isEmpty else { return false }
    if key == "type" {
      reference.type = ItemType(rawValue: value)
    } else if let variable = NameVariable(rawValue: key) {
      names[variable, default: []].append(name(value))
    } else if let variable = DateVariable(rawValue: key) {
      reference[variable] = DateValue(edtf: value) ?? DateValue(literal: value)
    } else if let variable = NumberVariable(rawValue: key) {
      if reference[variable] == nil { reference[variable] = value }
    } else if let variable = TextVariable(rawValue: key), variable != .note {
      if reference[variable] == nil { reference[variable] = RichText(value) }
    } else {
      // Fields that the model does not know are fields all the same.
      return key.utf8.count > 2
        && key.utf8.allSatisfy { $0.isASCIILower || $0 == UInt8(ascii: "-") }
        && key.utf8.contains(UInt8(ascii: "-"))
    }
    return true
  }

  /// A family name and given names with a double bar between them, else a whole name.
  private static func name(_ text: String) -> Name {
    let bytes = Array(text.utf8)
    guard let bar = bytes.firstOffset(of: [0x7C, 0x7C], from: 0) else {
      return Name(literal: text)
    }
    return Name(
      family: bytes[..<bar].trimmedASCIISpace.string,
      given: bytes[(bar + 2)...].trimmedASCIISpace.string)
  }
}
