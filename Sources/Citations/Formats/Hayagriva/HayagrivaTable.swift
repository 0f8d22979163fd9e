/// The fields of Hayagriva and their variables: the one table of reader and writer.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format", "Fields".
enum HayagrivaTable {
  /// How a field holds its value.
  enum Kind: String, Sendable {
    /// A text that Hayagriva formats.
    case format
    /// Any words, or a number.
    case free
    /// A number, or numbers and signs between them; nothing else is allowed.
    case numeric
    /// An entry of `serial-number`.
    case serial
  }

  struct Row: Sendable {
    var variable: AnyVariable
    var field: String
    var kind: Kind
    /// Whether the field belongs to what the work stands in, where it stands in something.
    var isOfContainer: Bool
  }

  static let rows: [Row] = {
    text.tableRows.compactMap { cells in
      guard cells.count >= 3, let variable = AnyVariable(cells[0]),
        let kind = Kind(rawValue: cells[2])
      else { return nil }
      return Row(
        variable: variable, field: cells[1], kind: kind, isOfContainer: cells.count > 3)
    }
  }()

  /// The roles of names that are neither authors nor editors.
  static let roles: [(variable: NameVariable, role: String)] = [
    (.translator, "translator"), (.compiler, "compiler"), (.composer, "composer"),
    (.contributor, "collaborator"), (.director, "director"),
    (.executiveProducer, "executive-producer"), (.illustrator, "illustrator"),
    (.narrator, "narrator"), (.organizer, "organizer"), (.performer, "cast-member"),
    (.producer, "producer"), (.scriptWriter, "writer"), (.seriesCreator, "founder"),
  ]

  private static let text: StaticString = """
    volume | volume | free | container
    issue | issue | free | container
    edition | edition | free | container
    number-of-volumes | volume-total | numeric | container
    number-of-pages | page-total | numeric
    page | page-range | free
    chapter-number | chapter | free
    genre | genre | format
    abstract | abstract | format
    note | note | format
    archive | archive | format
    archive_location | archive-location | format
    call-number | call-number | format
    authority | organization | format
    DOI | doi | serial
    ISBN | isbn | serial
    ISSN | issn | serial
    PMID | pmid | serial
    PMCID | pmcid | serial
    number | serial | serial
    version | version | serial
    printing | printing | serial
    """
}
