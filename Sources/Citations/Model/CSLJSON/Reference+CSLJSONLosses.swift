extension Reference {
  /// What CSL-JSON cannot say of the reference: styles that have no tag there.
  var cslJSONLosses: [Loss] {
    var losses: [Loss] = []
    for (variable, text) in texts where !text.spans.isEmpty {
      let isVerbatim = variable.isVerbatim
      let lost = text.spans.filter { isVerbatim || !CSLJSONMarkup.holds($0.style) }.map(\.style)
      guard !lost.isEmpty else { continue }
      let names = TextStyle.allCases.filter(lost.contains).map(\.rawValue)
      losses.append(
        Loss(
          .narrowed, key: id, field: variable.rawValue, value: text.plain,
          reason: "CSL-JSON has no markup for \(names.joined(separator: ", "))"))
    }
    return losses
  }
}
