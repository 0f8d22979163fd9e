internal import CLibXML2

/// The character entities of HTML 4, from libxml2's table.
enum NamedEntity {
  /// The character that a name such as `nbsp` stands for, or nil for an unknown name.
  static func scalar(named name: String) -> Unicode.Scalar? {
    // The table is constant memory of libxml2, and the name's C string lives as long as the call.
    guard let found = unsafe htmlEntityLookup(name) else { return nil }
    return unsafe Unicode.Scalar(found.pointee.value)
  }
}
