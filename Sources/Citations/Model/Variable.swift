/// A variable of one kind: what the four enums of variables have in common.
public protocol Variable: Hashable, Sendable, CaseIterable, RawRepresentable<String> {}

extension Variable {
  /// The place of the variable among those of its kind, from 0; `allCases` is in this order.
  var ordinal: UInt8 {
    precondition(MemoryLayout<Self>.size == 1, "variables are enums without payloads")
    // An enum of less than 256 cases without payloads is its case's number in one byte; a test compares all of them.
    return unsafe unsafeBitCast(self, to: UInt8.self)
  }
}

extension TextVariable: Variable {}
extension NumberVariable: Variable {}
extension DateVariable: Variable {}
extension NameVariable: Variable {}
