/// The works of a bibliography, to find out whether one is there already.
public struct KnownWorks: Sendable {
  private var table = WorkTable()
  /// The key of each work of `table`: that of the first entry that describes it.
  private var keys: [String] = []
  private var byDOI: [String: String] = [:]

  /// The works of `references`; those without a key are left out.
  ///
  /// - Complexity: O(*n*), where few works have one title.
  public init(_ references: some Sequence<Reference>) {
    for reference in references where !reference.id.isEmpty {
      let index = table.add(reference, note: 0, cite: 0)
      if index == keys.count { keys.append(reference.id) }
      if let doi = Self.doi(of: reference), byDOI[doi] == nil { byDOI[doi] = reference.id }
    }
  }

  /// The key of the work that `reference` certainly describes; nil where there is none.
  ///
  /// That is one with the same DOI, or with the same title, persons and year where nothing else differs.
  public func key(of reference: Reference) -> String? {
    if let doi = Self.doi(of: reference), let key = byDOI[doi] { return key }
    var table = table
    let index = table.add(reference, note: 0, cite: 0)
    return index < keys.count ? keys[index] : nil
  }

  private static func doi(of reference: Reference) -> String? {
    reference[.doi].map { $0.plain.lowercased() }
  }
}
