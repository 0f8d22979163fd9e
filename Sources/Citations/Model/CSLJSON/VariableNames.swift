/// Finds the variable that a CSL-JSON member names, without making a string of the name.
///
/// A hash table with open addressing over the names of all variables, made once.
struct VariableNames: Sendable {
  /// The variables of all kinds.
  static let shared = VariableNames()

  private struct Row {
    var name: [UInt8]
    var variable: AnyVariable
  }

  /// A power of two, several times the number of variables, so that most look-ups meet one row.
  private static let size = 1024
  private var rows: [Row] = []
  /// The index in `rows` of each slot, or -1.
  private var slots = [Int16](repeating: -1, count: size)

  private init() {
    for variable in TextVariable.allCases { insert(variable.rawValue, .text(variable)) }
    for variable in NumberVariable.allCases { insert(variable.rawValue, .number(variable)) }
    for variable in DateVariable.allCases { insert(variable.rawValue, .date(variable)) }
    for variable in NameVariable.allCases { insert(variable.rawValue, .name(variable)) }
  }

  private mutating func insert(_ name: String, _ variable: AnyVariable) {
    let bytes = Array(name.utf8)
    var slot = Self.hash(bytes[...])
    while slots[slot] >= 0 { slot = (slot + 1) % Self.size }
    slots[slot] = Int16(rows.count)
    rows.append(Row(name: bytes, variable: variable))
  }

  /// The variable whose CSL name is `name`, or nil.
  subscript(name: ArraySlice<UInt8>) -> AnyVariable? {
    var slot = Self.hash(name)
    while slots[slot] >= 0 {
      let row = rows[Int(slots[slot])]
      if isSame(row.name, name) { return row.variable }
      slot = (slot + 1) % Self.size
    }
    return nil
  }

  private func isSame(_ left: [UInt8], _ right: ArraySlice<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    let start = right.startIndex
    for index in left.indices where left[index] != right[start + index] { return false }
    return true
  }

  /// FNV-1a, folded to the size of the table.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int((hash ^ hash >> 16) % UInt32(size))
  }
}
