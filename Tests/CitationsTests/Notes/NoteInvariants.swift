@testable import Citations

/// What holds for the reading of every text, whatever it is.
enum NoteInvariants {
  /// What is broken in the reading of `text`, in words.
  static func broken(_ text: String) -> [String] {
    let extraction = Extraction(ofNote: text)
    let again = Extraction(ofNote: text)
    var result: [String] = []
    if extraction.notes != again.notes || extraction.works != again.works
      || extraction.diagnostics != again.diagnostics
    {
      result.append("two readings differ")
    }
    for note in extraction.notes { result += broken(note) }
    return result
  }

  /// What is broken in one note, in words.
  static func broken(_ note: ReadNote) -> [String] {
    var result: [String] = []
    let text = note.note.text
    var position = 0
    var cites: [Int] = []
    for part in note.parts {
      let range = note.range(of: part)
      if range.lowerBound != position || range.isEmpty {
        result.append("the part at \(range) does not go on from \(position)")
      }
      position = range.upperBound
      if case .cite(let index) = part { cites.append(index) }
    }
    if position != text.count { result.append("the parts end at \(position), not \(text.count)") }
    if cites != Array(note.cites.indices) { result.append("the cites are not the parts") }
    for cite in note.cites {
      for field in cite.fields
      where field.range.isEmpty || field.range.clamped(to: cite.range) != field.range {
        result.append("\(field.variable) at \(field.range) is not inside \(cite.range)")
      }
      if !zip(cite.fields, cite.fields.dropFirst()).allSatisfy({
        $0.range.lowerBound <= $1.range.lowerBound
      }) {
        result.append("fields are not ascending")
      }
      if !(0...1).contains(cite.confidence) { result.append("confidence \(cite.confidence)") }
      guard cite.reader != "markup" else { continue }
      result += FieldNormalisation.strangers(in: cite, of: text)
    }
    return result
  }
}
