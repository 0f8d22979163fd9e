/// Where each variable stands in a MODS record: the one table of reader and writer.
///
/// Source: MODS 3.7 and its User Guidelines.
enum MODSTable {
  struct Row: Sendable {
    var variable: AnyVariable
    /// The place in the record of a work that stands by itself.
    var place: MODSPath
    /// The place in the record of a part of another work; the same where nil.
    var partPlace: MODSPath?
    /// Places that are read only.
    var others: [MODSPath]

    /// Where a writer puts the value.
    func path(isPart: Bool) -> MODSPath { isPart ? partPlace ?? place : place }
  }

  static let rows: [Row] = {
    text.tableRows.compactMap(row)
  }()

  private static func row(_ shortCells: [String]) -> Row? {
    let cells = shortCells.map(expanded)
    guard cells.count >= 2, let variable = AnyVariable(cells[0]) else { return nil }
    let part = cells.count > 2 && !cells[2].isEmpty ? MODSPath(cells[2]) : nil
    return Row(
      variable: variable, place: MODSPath(cells[1]), partPlace: part,
      others: cells.dropFirst(3).filter { !$0.isEmpty }.map { MODSPath($0) })
  }

  /// The cell with the short names of related items spelled out.
  private static func expanded(_ cell: String) -> String {
    let names = [
      ("HS/", "relatedItem[type=host]/relatedItem[type=series]/"),
      ("H/", "relatedItem[type=host]/"),
      ("HH/", "relatedItem[type=host]/relatedItem[type=host]/"),
      ("S/", "relatedItem[type=series]/"),
      ("O/", "relatedItem[type=original]/"), ("R/", "relatedItem[type=reviewOf]/"),
    ]
    for (short, long) in names where cell.utf8.starts(with: short.utf8) {
      return long + String(cell.dropFirst(short.count))
    }
    return cell
  }

  /// Variable | place | place for a part of a work | places that are read too.
  ///
  /// H host, S series, HS series of the host, HH host of the host, O original, R what is reviewed. Texts and numbers only;
  /// names, dates, pages and a few others have code of their own.
  private static let text: StaticString = """
    title-short | titleInfo[type=abbreviated]/title
    part-title | titleInfo[!type]/partName
    part | titleInfo[!type]/partNumber
    container-title-short | H/titleInfo[type=abbreviated]/title
    collection-title | S/titleInfo[!type]/title | HS/titleInfo[!type]/title | HH/titleInfo[!type]/title
    collection-number | S/titleInfo[!type]/partNumber | HS/titleInfo[!type]/partNumber
    original-title | O/titleInfo[!type]/title
    reviewed-title | R/titleInfo[!type]/title
    reviewed-genre | R/genre
    original-publisher | O/originInfo/publisher
    original-publisher-place | O/originInfo/place/placeTerm[type=text]
    publisher | originInfo/publisher | H/originInfo/publisher
    publisher-place | originInfo/place/placeTerm[type=text] | H/originInfo/place/placeTerm[type=text] | originInfo/place/placeTerm[!type] | H/originInfo/place/placeTerm[!type]
    edition | originInfo/edition | H/originInfo/edition
    volume | part/detail[type=volume]/number | H/part/detail[type=volume]/number
    volume-title | part/detail[type=volume]/title | H/part/detail[type=volume]/title
    issue | part/detail[type=issue]/number | H/part/detail[type=issue]/number
    supplement | part/detail[type=supplement]/number | H/part/detail[type=supplement]/number
    chapter-number | part/detail[type=chapter]/number | H/part/detail[type=chapter]/number
    section | part/detail[type=section]/number | H/part/detail[type=section]/number
    number | part/detail[type=number]/number
    printing | part/detail[type=printing]/number
    abstract | abstract
    note | note[!type]
    annote | note[type=annotation]
    medium | physicalDescription/form | | physicalDescription/form[authority=marcform]
    dimensions | physicalDescription/note[type=dimensions]
    number-of-volumes | physicalDescription/extent[unit=volumes]
    call-number | classification
    archive | location/physicalLocation
    archive_location | location/shelfLocator
    source | recordInfo/recordContentSource
    scale | subject/cartographics/scale
    status | note[type=publication status]
    DOI | identifier[type=doi] | | identifier[type=DOI] | H/identifier[type=doi]
    ISBN | identifier[type=isbn] | H/identifier[type=isbn]
    ISSN | identifier[type=issn] | H/identifier[type=issn]
    PMID | identifier[type=pubmed] | | identifier[type=pmid]
    PMCID | identifier[type=pmc] | | identifier[type=pmcid]
    """
}
