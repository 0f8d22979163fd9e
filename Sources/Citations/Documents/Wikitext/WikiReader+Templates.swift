/// Templates and links.
extension WikiReader {
  mutating func readBrace() {
    guard bytes.has("{{", at: index) else {
      index += 1
      return
    }
    if failedTemplates < 20, isData(at: index) {
      if let template = WikiTemplate(bytes, at: index) {
        if template.range.upperBound <= limit, readData(template) {
          index = template.range.upperBound
          return
        }
      } else {
        // Looking for an end that is not there is dear: after some failures templates are only walked through.
        failedTemplates += 1
      }
    }
    if ref == nil, open.isEmpty, isAlone(at: index) {
      endBlock(at: index)
      block = (.code, index)
    }
    let isList = ref == nil && isReferenceList(at: index) && next("}}") != nil
    open.append(Open(kind: .template(isList: isList), start: index))
    if isList { listDepth += 1 }
    index += 2
  }

  private static let listNames: [String] = [
    "reflist", "notelist", "références", "einzelnachweise", "références nombreuses", "refbegin",
  ]

  private func name(at start: Int) -> String {
    var end = start + 2
    let limit = min(bytes.count, start + 60)
    while end < limit, bytes[end] != 0x7C, bytes[end] != 0x7D, bytes[end] != 0x7B { end += 1 }
    return LocatorText.collapsed(bytes[start + 2..<max(end, start + 2)]).lowercased()
  }

  private func isReferenceList(at start: Int) -> Bool {
    Self.listNames.contains(name(at: start))
  }

  /// Whether the template at `start` is one that is read as a whole and not walked through.
  private func isData(at start: Int) -> Bool {
    let name = name(at: start)
    return WikiCitationTable.isCitation(name) || Self.shortNames.contains(name)
      || ["r", "rp", "sfnm"].contains(name)
  }

  /// Templates that cite a work by family names and a year; those that begin with "sfn" are notes by themselves.
  private static let shortNames: Set<String> = [
    "sfn", "sfnp", "harvnb", "harv", "harvtxt", "harvp", "harvsp",
  ]

  /// Whether the template at `start` begins its line and may be a box of its own, not a part of a sentence.
  private func isAlone(at start: Int) -> Bool {
    guard start == 0 || bytes[start - 1] == 0x0A else { return false }
    let limit = min(bytes.count, start + 200)
    guard let line = bytes.firstByte(0x0A, from: start, to: limit) else { return false }
    let head = bytes[start..<line]
    return head.count { $0 == 0x7B } > head.count { $0 == 0x7D }
  }

  private mutating func readData(_ template: WikiTemplate) -> Bool {
    switch template.name {
    case "r":
      let names = template.parameters.filter { Int($0.name) != nil }
      guard !names.isEmpty else { return false }
      let group = template.value("group").map { bytes[$0].string } ?? ""
      let page = ["p", "page", "pages", "pp"].lazy.compactMap { template.value($0) }.first
      for (place, parameter) in names.enumerated() {
        // The markers stand at one place; all but the last take none of the text.
        let isLast = place == names.count - 1
        let start = template.range.lowerBound
        addMarker(
          name: WikiValue.plain(bytes[parameter.value]), series: Self.series(ofGroup: group),
          over: isLast ? template.range : start..<start)
      }
      if let page, let marker = assembly.lastMarker, listDepth == 0 {
        assembly.setLocator(WikiValue.plain(bytes[page]), ofMarker: marker)
      }
      return true
    case "rp":
      guard let first = template.parameters.first, template.range.lowerBound == lastMarkerEnd,
        let marker = assembly.lastMarker
      else { return false }
      assembly.setLocator(WikiValue.plain(bytes[first.value]), ofMarker: marker)
      canvas.skip(template.range)
      return true
    case "sfn", "sfnp", "sfnm":
      if template.name != "sfnm" { addShortCite(template) }
      guard ref == nil else { return true }
      let words = bytes[template.range].filter { !$0.isASCIISpace }
      addNote(
        content: template.range, name: "{{" + words.string, series: "note", over: template.range)
      return true
    case let name where Self.shortNames.contains(name):
      addShortCite(template)
      return true
    default:
      guard let found = WikiCitation.read(template, in: bytes) else { return false }
      let cite = StructuredCite(
        range: template.range, reference: found.reference, locator: found.locator)
      canvas.add(.cite(cite), template.range)
      return true
    }
  }

  /// Marks `{{sfn|Mercer|Okri|1931|p=44}}`: names, a year and a place.
  private mutating func addShortCite(_ template: WikiTemplate) {
    var words = template.parameters.filter { Int($0.name) != nil }
      .map { WikiValue.plain(bytes[$0.value]) }
    var reference = Reference(type: .document)
    var key = "CITEREF"
    let year = words.popLast() ?? ""
    for word in words {
      key += word
      reference[.author] = reference[.author] + [Name(family: word)]
    }
    key += year
    if !year.isEmpty { reference[.issued] = WikiDate.read(year) }
    var cite = StructuredCite(range: template.range, reference: reference, key: key)
    for name in ["p", "pp", "page", "pages", "loc", "at"] {
      guard let value = template.value(name) else { continue }
      let text = WikiValue.plain(bytes[value])
      let utf8 = Array(text.utf8)
      let found = LocatorText.read(utf8, at: 0, to: utf8.count)
      cite.locator =
        found.map { $0.end == utf8.count ? $0.locator : Locator(.page, text) }
        ?? Locator(.page, text)
      break
    }
    canvas.add(.cite(cite), template.range)
  }

  mutating func closeBrace() {
    guard bytes.has("}}", at: index) else {
      index += 1
      return
    }
    let floor = ref?.depth ?? 0
    guard
      let place = open[min(floor, open.count)...].lastIndex(where: {
        if case .template = $0.kind { true } else { false }
      })
    else {
      index += 2
      return
    }
    let template = open[place]
    dropOpen(from: place)
    index += 2
    closeTemplate(template, template.start..<index)
  }

  /// Acts on a template that was walked through: notes with text, lists of notes, and words in other languages.
  private mutating func closeTemplate(_ template: Open, _ range: Range<Int>) {
    let name = name(at: template.start)
    if Self.listNames.contains(name) {
      canvas.skip(range)
    } else if name == "efn" || name.hasPrefix("efn-") || name == "refn" || name == "#tag:ref" {
      closeNoteTemplate(template, range, series: name == "efn" ? "efn" : nil)
    } else if let last = template.bars.last, Self.wrappers.contains(name) {
      canvas.skip(range.lowerBound..<last + 1)
      canvas.skip(range.upperBound - 2..<range.upperBound)
    } else if let text = Self.signs[name] {
      canvas.replace(range, with: Array(text.utf8))
    } else if name == "references" || name == "notes" && template.bars.isEmpty {
      canvas.skip(range)
    }
    if block?.kind == .code, open.isEmpty, ref == nil,
      block.map({ $0.start == range.lowerBound }) == true
    {
      endBlock(at: range.upperBound)
      block = (.paragraph, range.upperBound)
    }
  }

  private static let wrappers: Set<String> = [
    "lang", "nowrap", "langue", "nobr", "em", "transl", "not a typo", "sic", "smallcaps",
  ]
  private static let signs: [String: String] = [
    "!": "|", "=": "=", "'": "'", "nbsp": "\u{A0}", "snd": " – ", "spaced ndash": " – ",
    "ndash": "–", "mdash": "—", "en dash": "–",
  ]

  private mutating func closeNoteTemplate(_ template: Open, _ range: Range<Int>, series: String?) {
    var content: Range<Int>?
    var name = ""
    var group = series ?? "note"
    let inner = range.upperBound - 2
    for (place, bar) in template.bars.enumerated() {
      let end = place + 1 < template.bars.count ? template.bars[place + 1] : inner
      let parameter = bar + 1..<max(bar + 1, end)
      let key = bytes[parameter].prefix { $0 != 0x3D && $0 != 0x3C && $0 != 0x20 && $0 != 0x7B }
      let value = bytes[parameter].dropFirst(key.count + 1).trimmedASCIISpace
      let hasName = key.endIndex < parameter.upperBound && bytes[key.endIndex] == 0x3D
      switch hasName ? key.trimmedASCIISpace.string : "" {
      case "name": name = WikiValue.plain(value).trimmingQuotes
      case "group": group = Self.series(ofGroup: WikiValue.plain(value).trimmingQuotes)
      case "1": content = value.startIndex..<inner
      default:
        if content == nil { content = parameter }
      }
    }
    // A bar inside the text belongs to it: the text reaches to the end or to the next named parameter.
    addNote(content: content ?? inner..<inner, name: name, series: group, over: range)
  }

  // MARK: Links

  mutating func readBracket() {
    if bytes.has("[[", at: index) {
      open.append(Open(kind: .link, start: index))
      index += 2
    } else if let end = BareAddress.end(bytes, at: index + 1) {
      open.append(
        Open(kind: .external(target: bytes[index + 1..<end].string), start: index, bars: [end]))
      index = end
    } else {
      index += 1
    }
  }

  mutating func closeBracket() {
    guard let last = open.last, open.count > (ref?.depth ?? 0) else {
      index += 1
      return
    }
    switch last.kind {
    case .link where bytes.has("]]", at: index):
      open.removeLast()
      closeLink(last, index)
      index += 2
    case .external(let target):
      open.removeLast()
      let urlEnd = last.bars.first ?? last.start + 1
      let words = bytes.skippingSpace(from: urlEnd, to: index)
      canvas.skip(index..<index + 1)
      if words < index {
        canvas.skip(last.start..<words)
        canvas.add(.link(target), words..<index)
      } else {
        canvas.skip(last.start..<last.start + 1)
        canvas.add(.link(target), last.start + 1..<urlEnd)
      }
      index += 1
    default: index += 1
    }
  }

  private static let mediaPrefixes: [String] = ["file:", "image:", "datei:", "bild:", "fichier:"]
  private static let categoryPrefixes: [String] = ["category:", "kategorie:", "catégorie:"]

  private mutating func closeLink(_ link: Open, _ close: Int) {
    let targetEnd = link.bars.first ?? close
    let target = bytes[link.start + 2..<targetEnd].trimmedASCIISpace
    let head = target.prefix(12).map(\.asciiLowercased).string
    if Self.categoryPrefixes.contains(where: head.hasPrefix) {
      canvas.skip(link.start..<close + 2)
      return
    }
    let words = (link.bars.last.map { $0 + 1 } ?? link.start + 2)..<close
    canvas.skip(link.start..<words.lowerBound)
    canvas.skip(close..<close + 2)
    if !Self.mediaPrefixes.contains(where: head.hasPrefix) {
      canvas.add(.link(target.string), words)
    }
  }
}

extension String {
  /// The text without a pair of straight quotation marks around it.
  fileprivate var trimmingQuotes: String {
    let bytes = Array(utf8)
    guard bytes.count >= 2, let first = bytes.first, first == 0x22 || first == 0x27,
      bytes.last == first
    else { return self }
    return bytes[1..<bytes.count - 1].string
  }
}
