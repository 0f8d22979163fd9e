extension Evaluator {
  /// Source: CSL 1.0.2, "Date".
  mutating func date(_ element: DateElement, into nodes: inout [Node]) -> Presence {
    guard !suppressed.contains(element.variable), let date = item.date(element.variable) else {
      return .missing
    }
    // The day on which somebody read a work does not tell works apart.
    if isComparing, element.variable == .accessed { return .missing }
    let (parts, delimiter, appearance) = resolved(element)
    if date.start == nil {
      consume(element.variable)
      var inner = [Node(InlineParser.nodes(date.literal), tag: .year)]
      if let suffix = yearSuffixNode() { inner.append(suffix) }
      append(inner, appearance, to: &nodes)
      return .present
    }
    if area == .sortKey {
      nodes.append(Node(SortText.date(date, showing: parts.map(\.name))))
      return .present
    }
    let inner = partNodes(parts, date, delimiter)
    guard !inner.isEmpty else { return .missing }
    consume(element.variable)
    append(inner, appearance, to: &nodes)
    return .present
  }

  private func append(_ inner: [Node], _ appearance: Appearance, to nodes: inout [Node]) {
    guard let node = wrapped(inner, appearance) else { return }
    nodes.append(Node([node], tag: .date))
  }

  /// The parts that an element shows: its own, or those of the locale with its changes.
  private func resolved(_ element: DateElement) -> ([DatePart], [UInt8], Appearance) {
    guard let form = element.form,
      let localized = form == .text ? program.locale.textDate : program.locale.numericDate
    else { return (element.dateParts, element.delimiter, element.appearance) }
    var parts: [DatePart] = []
    for part in localized.dateParts {
      switch element.parts {
      case .year where part.name != .year: continue
      case .yearMonth where part.name == .day: continue
      default: break
      }
      var part = part
      if let change = element.dateParts.first(where: { $0.name == part.name }) {
        part.form = change.form ?? part.form
        part.rangeDelimiter = change.rangeDelimiter ?? part.rangeDelimiter
        part.appearance.formatting = change.appearance.formatting.over(part.appearance.formatting)
        part.appearance.textCase = change.appearance.textCase ?? part.appearance.textCase
        if change.appearance.stripPeriods { part.appearance.stripPeriods = true }
      }
      parts.append(part)
    }
    var appearance = element.appearance
    appearance.formatting = appearance.formatting.over(localized.appearance.formatting)
    appearance.textCase = appearance.textCase ?? localized.appearance.textCase
    if appearance.prefix.isEmpty { appearance.prefix = localized.appearance.prefix }
    if appearance.suffix.isEmpty { appearance.suffix = localized.appearance.suffix }
    return (parts, localized.delimiter, appearance)
  }

  private mutating func partNodes(_ parts: [DatePart], _ date: ItemDate, _ delimiter: [UInt8])
    -> [Node]
  {
    guard let start = date.start else { return [] }
    guard let end = date.end ?? (date.isOpen ? ItemDate.Point() : nil) else {
      return joined(parts.compactMap { part($0, start) }, delimiter)
    }
    if date.isOpen {
      var nodes = parts.compactMap { part($0, start) }
      Self.dropSuffix(&nodes)
      let sign = parts.first { $0.name == .year }?.rangeDelimiter ?? Array("–".utf8)
      return joined(nodes, delimiter) + [Node(sign)]
    }
    return range(parts, start, end, delimiter)
  }

  private func joined(_ nodes: [Node], _ delimiter: [UInt8]) -> [Node] {
    guard !delimiter.isEmpty, nodes.count > 1 else { return nodes }
    var node = Node(nodes)
    node.delimiter = delimiter
    return [node]
  }

  /// A range: parts that are the same at both ends stand once, before or after those that differ.
  ///
  /// Source: CSL 1.0.2, "Date Ranges".
  private mutating func range(
    _ parts: [DatePart], _ start: ItemDate.Point, _ end: ItemDate.Point, _ delimiter: [UInt8]
  ) -> [Node] {
    let names = parts.map(\.name)
    var same: Set<DatePart.Name> = []
    for name in [DatePart.Name.year, .month, .day] where names.contains(name) {
      guard Self.number(name, start) == Self.number(name, end) else { break }
      same.insert(name)
    }
    guard
      let largest = [DatePart.Name.year, .month, .day].first(where: {
        names.contains($0) && !same.contains($0)
      })
    else { return joined(parts.compactMap { part($0, start) }, delimiter) }
    let first = names.firstIndex { !same.contains($0) } ?? 0
    let last = names.lastIndex { !same.contains($0) } ?? first
    let before = parts[..<first].compactMap { part($0, start) }
    // A part that is the same and stands between those that differ is printed at both ends.
    var left = parts[first...last].compactMap { part($0, start) }
    var right = parts[first...last].compactMap { part($0, end) }
    Self.dropSuffix(&left)
    if left.isEmpty || right.isEmpty {
      return joined(
        before + left + right + parts[(last + 1)...].compactMap { part($0, start) }, delimiter)
    }
    let after = parts[(last + 1)...].compactMap { part($0, start) }
    let sign = parts.first { $0.name == largest }?.rangeDelimiter ?? Array("–".utf8)
    if !right.isEmpty { right[0].prefix = [] }
    var middle = Node(joined(left, delimiter) + [Node(sign)] + joined(right, delimiter))
    middle.delimiter = []
    return joined(before + [middle] + after, delimiter)
  }

  private static func dropSuffix(_ nodes: inout [Node]) {
    guard !nodes.isEmpty else { return }
    nodes[nodes.count - 1].suffix = []
  }

  private static func number(_ name: DatePart.Name, _ point: ItemDate.Point) -> Int {
    switch name {
    case .year: point.year
    case .month: point.month > 0 ? point.month : point.season > 0 ? 100 + point.season : 0
    case .day: point.day
    }
  }

  /// The node of a part, or nil where the date does not have it.
  private mutating func part(_ part: DatePart, _ point: ItemDate.Point) -> Node? {
    switch part.name {
    case .day:
      guard point.day > 0 else { return nil }
      return wrapped([Node(day(point.day, part, month: point.month))], part.appearance)
    case .month:
      let text = month(part, point)
      guard !text.isEmpty else { return nil }
      return wrapped(InlineParser.nodes(text), part.appearance)
    case .year:
      guard point.year != 0 else { return nil }
      var nodes = [Node(year(point.year, part), tag: .year)]
      if let suffix = yearSuffixNode() { nodes.append(suffix) }
      return wrapped(nodes, part.appearance)
    }
  }

  private func day(_ day: Int, _ part: DatePart, month: Int) -> [UInt8] {
    switch part.form {
    case .numericLeadingZeros: return SortText.padded(day, to: 2)
    case .ordinal where !program.locale.limitsDayOrdinals || day == 1:
      return ordinal(day, program.locale.term(.month(max(month, 1)))?.gender)
    default: return Array(String(day).utf8)
    }
  }

  private func month(_ part: DatePart, _ point: ItemDate.Point) -> [UInt8] {
    guard point.month > 0 else {
      guard point.season > 0, point.season <= 4 else { return [] }
      return program.locale.words(.season(point.season), part.form == .short ? .short : .long)
    }
    guard point.month <= 12 else {
      // Months beyond twelve are seasons, in three ways of counting.
      guard point.month <= 24 else { return [] }
      let season = (point.month - 13) % 4 + 1
      return program.locale.words(.season(season), part.form == .short ? .short : .long)
    }
    switch part.form {
    case .numeric: return Array(String(point.month).utf8)
    case .numericLeadingZeros: return SortText.padded(point.month, to: 2)
    case .short: return program.locale.words(.month(point.month), .short)
    default: return program.locale.words(.month(point.month))
    }
  }

  /// Source: CSL 1.0.2, "AD and BC".
  private func year(_ year: Int, _ part: DatePart) -> [UInt8] {
    var text: [UInt8]
    if part.form == .short, year >= 1000 {
      text = SortText.padded(year % 100, to: 2)
    } else {
      text = Array(String(abs(year)).utf8)
    }
    if year < 0 {
      text += program.locale.words(.before)
    } else if year < 1000 {
      text += program.locale.words(.anno)
    }
    return text
  }
}
