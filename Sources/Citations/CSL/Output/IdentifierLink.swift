/// Where an identifier leads.
enum IdentifierLink {
  /// The address of an identifier; nil where it leads nowhere.
  static func address(_ variable: ItemVariable, _ text: [UInt8]) -> String? {
    if text.starts(with: "http://" as StaticString) || text.starts(with: "https://" as StaticString)
    {
      return text.string
    }
    return switch variable {
    case .doi: "https://doi.org/" + text.string
    case .pmid: "https://pubmed.ncbi.nlm.nih.gov/" + text.string
    case .pmcid: "https://pmc.ncbi.nlm.nih.gov/articles/" + text.string
    default: nil
    }
  }
}
