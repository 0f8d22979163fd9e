/// Dates in MODS.
///
/// A date in plain numbers is written as such; a range as two elements; a doubt as a qualifier; what that cannot say as
/// EDTF; words as words.
/// Source: MODS User Guidelines, `originInfo`, "date attributes".
enum MODSDates {
  /// Adds the elements for a date.
  static func put(
    _ date: DateValue, _ name: String, _ attributes: [(name: String, value: String)] = [],
    in tree: inout MODSTree, under parent: Int
  ) {
    func element(_ text: String, _ more: [(name: String, value: String)]) {
      tree.add(name, attributes + more, text: text, to: parent)
    }
    if let start = plain(date.start), date.literal == nil {
      guard let end = date.end else {
        return element(start.text, [("encoding", "w3cdtf")] + start.qualifier)
      }
      if let end = plain(end) {
        element(start.text, [("encoding", "w3cdtf"), ("point", "start")] + start.qualifier)
        element(end.text, [("encoding", "w3cdtf"), ("point", "end")] + end.qualifier)
        return
      }
    }
    if date.literal == nil, let text = date.edtf {
      element(text, [("encoding", "edtf")])
    } else {
      element(date.writtenOut, [])
    }
  }

  /// A point without what only EDTF can say, and what its qualifier is.
  private static func plain(
    _ bound: DateValue.Bound?
  ) -> (text: String, qualifier: [(name: String, value: String)])? {
    guard case .point(var point) = bound, !point.isUnspecified, point.season == nil,
      !(point.isUncertain && point.isApproximate)
    else { return nil }
    let qualifier = point.isApproximate ? "approximate" : point.isUncertain ? "questionable" : nil
    (point.isApproximate, point.isUncertain) = (false, false)
    guard let text = DateValue(point).edtf else { return nil }
    return (text, qualifier.map { [("qualifier", $0)] } ?? [])
  }

  /// The date that elements of one name say together; nil without elements.
  static func read(_ nodes: [Int], of tree: MODSTree) -> DateValue? {
    var start: DateValue.Bound?
    var end: DateValue.Bound?
    var best: (date: DateValue, rank: Int)?
    for node in nodes {
      let text = tree.text(of: node)
      guard !text.isEmpty else { continue }
      var date = DateValue(edtf: text) ?? compact(text) ?? DateValue(literal: text)
      qualify(&date, tree.attribute("qualifier", of: node))
      switch tree.attribute("point", of: node) {
      case "start": start = date.start
      case "end": end = date.start
      default:
        // A date that says its encoding is better than one in words, one marked as the key is best.
        let rank =
          (tree.attribute("keyDate", of: node) == "yes" ? 4 : 0)
          + (date.start != nil || date.end != nil ? 2 : 0)
          + (tree.attribute("encoding", of: node) != nil ? 1 : 0)
        if rank > best?.rank ?? -1 { best = (date, rank) }
      }
    }
    if let start, let end { return DateValue(from: start, to: end) }
    if start != nil || end != nil, best == nil {
      return start.map { DateValue(from: $0, to: .unknown) }
        ?? end.map { DateValue(from: .unknown, to: $0) }
    }
    return best?.date
  }

  private static func qualify(_ date: inout DateValue, _ qualifier: String?) {
    guard case .point(var point) = date.start, date.end == nil else { return }
    switch qualifier {
    case "approximate": point.isApproximate = true
    case "questionable", "inferred": point.isUncertain = true
    default: return
    }
    date.start = .point(point)
  }

  /// A date without hyphens, as ISO 8601 allows: "20040611"; or with a time, which is left out.
  private static func compact(_ text: String) -> DateValue? {
    let bytes = Array(text.utf8)
    if bytes.count == 8, bytes.allSatisfy(\.isASCIIDigit) {
      let parts = [bytes[..<4], bytes[4..<6], bytes[6...]].map(\.string)
      return DateValue(edtf: parts.joined(separator: "-"))
    }
    guard bytes.count > 11, bytes[10] == UInt8(ascii: "T"), bytes[11].isASCIIDigit else {
      return nil
    }
    return DateValue(edtf: bytes[..<10].string)
  }
}
