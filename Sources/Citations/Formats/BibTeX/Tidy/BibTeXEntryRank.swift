/// Where an entry belongs among others.
struct BibTeXEntryRank: Comparable {
  /// How many steps of `crossref` lead to the entry at most; BibTeX wants the entry referred to behind the one that refers.
  private var level = 0
  private var words: [[UInt8]] = []

  static func < (left: Self, right: Self) -> Bool {
    if left.level != right.level { return left.level < right.level }
    for (left, right) in zip(left.words, right.words) where left != right {
      return left.lexicographicallyPrecedes(right)
    }
    return left.words.count < right.words.count
  }

  /// The ranks of the blocks of a file, by index; blocks that are no entries have the first.
  ///
  /// An entry whose key is there already has the rank of the first with that key, so that the first stays the first.
  static func ranks(of tree: BibTeXSyntax, _ order: BibTeXTidyOptions.Order) -> [Self] {
    var result = [Self](repeating: Self(), count: tree.blocks.count)
    var keys = BibTeXNameTable(capacity: tree.blocks.count, foldsCase: true)
    var firsts: [UInt32: Int] = [:]
    for (index, block) in tree.blocks.enumerated() where block.kind == .entry {
      if let first = keys.insert(block.key, tree.bytes), let place = firsts[first.start] {
        result[index] = result[place]
      } else {
        firsts[block.key.start] = index
        result[index].words = words(tree, block, order)
      }
    }
    raise(&result, tree)
    return result
  }

  /// Raises what `crossref` refers to above what refers; chains longer than eight steps are not followed to their end.
  private static func raise(_ ranks: inout [Self], _ tree: BibTeXSyntax) {
    var places: [[UInt8]: [Int]] = [:]
    for (index, block) in tree.blocks.enumerated() where block.kind == .entry {
      places[tree[block.key].map(\.asciiLowercased), default: []].append(index)
    }
    let links: [(child: Int, parents: [Int])] = tree.blocks.indices.compactMap { index in
      guard let parent = tree.text(of: "crossref", in: tree.blocks[index]) else { return nil }
      let key = parent.trimmedASCIISpace.map(\.asciiLowercased)
      guard key != tree[tree.blocks[index].key].map(\.asciiLowercased) else { return nil }
      return places[key].map { (index, $0) }
    }
    for _ in 0..<8 {
      for link in links {
        let level = min(ranks[link.child].level + 1, 8)
        for parent in link.parents where ranks[parent].level < level { ranks[parent].level = level }
      }
    }
  }

  private static func words(
    _ tree: BibTeXSyntax, _ block: BibTeXSyntax.Block, _ order: BibTeXTidyOptions.Order
  ) -> [[UInt8]] {
    let key = tree[block.key].map(\.asciiLowercased)
    guard order == .authorYear else { return [key] }
    let names = ["author", "editor", "title"].lazy.compactMap { tree.text(of: $0, in: block) }.first
    let year = ["year", "date"].lazy.compactMap { tree.text(of: $0, in: block) }.first
    let title = tree.text(of: "title", in: block)
    return [
      plain(names.map(familyName) ?? []), Array(year ?? []), plain(title ?? []), key,
    ]
  }

  /// The family name of the first name in a list.
  private static func familyName(_ names: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var depth = 0
    var end = names.endIndex
    var lastSpace: Int?
    let and = Array(" and ".utf8)
    for index in names.indices {
      switch names[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0: return names[..<index]
      case let byte where byte.isASCIISpace && depth == 0:
        if names[index...].prefix(5).map(\.asciiLowercased) == and {
          end = index
        } else {
          lastSpace = index
        }
      default: break
      }
      if end < names.endIndex { break }
    }
    return lastSpace.map { names[($0 + 1)..<end] } ?? names[..<end]
  }

  /// The letters and digits in small Latin letters, without commands.
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\") {
        index += 1
        let start = index
        while index < text.endIndex, text[index].isASCIILetter { index += 1 }
        // Commands that are letters: \ae, \oe, \ss, \aa and those of one letter that are no accents.
        let isLetter = index - start == 1 && "oOlLij".utf8.contains(text[start])
        if isLetter || index - start == 2 { result += text[start..<index] }
        index = max(index, start + 1)
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return Array(transliterated(result.string).utf8)
  }
}

extension BibTeXSyntax {
  /// The text of a field that is one piece, or nil.
  func text(of name: StaticString, in block: Block) -> ArraySlice<UInt8>? {
    let wanted = name.withUTF8Buffer { unsafe Array($0) }
    guard let field = fields(of: block).first(where: { bytes.holds(wanted, at: $0.name) }),
      field.pieces.end == field.pieces.start + 1
    else { return nil }
    return pieces(of: field).first.map { self[$0.text] }
  }
}
