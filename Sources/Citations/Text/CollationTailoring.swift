/// The letters that a language sorts in places of their own.
///
/// Each row names languages and then letters in their order after the letter before the colon: "ñ" comes after every "n"
/// and before "o"; pairs of letters can be one letter. Only what differs from the root order stands here.
/// Source: Unicode CLDR 45, collation, standard tailorings (facts alone).
struct CollationTailoring: Sendable {
  private var weights: [UInt32: [UInt8]] = [:]
  /// Pairs of letters that sort as one, by the first and the second.
  private var pairs: [UInt64: [UInt8]] = [:]

  /// The root order.
  init() {}

  /// The order of a language by its BCP 47 tag.
  init(language: String) {
    let primary = language.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
    self = Self.tailorings[String(Substring(primary)).lowercased()] ?? Self()
  }

  /// Whether it is the root order.
  var isRoot: Bool { weights.isEmpty && pairs.isEmpty }

  /// The weight of a lower-case letter that has a place of its own.
  func weight(_ scalar: Unicode.Scalar) -> [UInt8]? { weights[scalar.value] }

  /// The weight of two lower-case letters that are one.
  func weight(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> [UInt8]? {
    pairs.isEmpty ? nil : pairs[UInt64(first.value) << 32 | UInt64(second.value)]
  }

  private mutating func add(_ rule: Substring) {
    let halves = rule.split(separator: ":")
    guard halves.count == 2, let base = halves[0].utf8.first else { return }
    let letters = halves[1].split(separator: ",")
    for (index, letter) in letters.enumerated() {
      // After every word that begins with the base letter, before the next one.
      let weight = [base, UInt8(0xF0 + min(index, 15))]
      let scalars = Array(letter.unicodeScalars)
      if scalars.count == 1 {
        weights[scalars[0].value] = weight
      } else if scalars.count == 2 {
        pairs[UInt64(scalars[0].value) << 32 | UInt64(scalars[1].value)] = weight
      }
    }
  }

  private static let tailorings: [String: CollationTailoring] = {
    var result: [String: CollationTailoring] = [:]
    for line in data.description.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let languages = fields.first else { continue }
      var tailoring = CollationTailoring()
      for rule in fields.dropFirst() { tailoring.add(rule) }
      for language in languages.split(separator: "/") { result[String(language)] = tailoring }
    }
    return result
  }()

  private static let data: StaticString = """
    sv/fi z:å,ä,ö
    da/nb/nn/no z:æ,ø,å
    is z:þ,æ,ö,å d:ð a:á e:é i:í o:ó u:ú y:ý
    et s:š,z,ž w:õ,ä,ö,ü
    es n:ñ
    gl n:ñ
    cs/sk c:č h:ch r:ř s:š z:ž
    pl a:ą c:ć e:ę l:ł n:ń o:ó s:ś z:ź,ż
    hr/bs/sl c:č,ć d:dž,đ l:lj n:nj s:š z:ž
    hu c:cs d:dz g:gy l:ly n:ny o:ö s:sz t:ty u:ü z:zs
    lt c:č s:š z:ž
    lv c:č g:ģ k:ķ l:ļ n:ņ s:š z:ž
    ro a:ă,â i:î s:ș t:ț
    tr/az c:ç g:ğ h:ı o:ö s:ş u:ü
    sq c:ç d:dh e:ë g:gj l:ll n:nj r:rr s:sh t:th x:xh z:zh
    cy c:ch d:dd f:ff g:ng l:ll p:ph r:rh t:th
    vi a:ă,â d:đ e:ê o:ô,ơ u:ư
    """
}
