/// The text in lower-case ASCII letters and digits, for citation keys: "Łukasz Müller-Žižek" gives "lukaszmuellerzizek".
///
/// Marks fall away, except that ä, ö, ü become ae, oe, ue; Greek follows ELOT 743, Cyrillic the BGN/PCGN system in plain
/// letters. What has no reading here (CJK, Arabic, Hebrew, punctuation, spaces) is left out.
/// Source: Unicode decompositions; ELOT 743; BGN/PCGN 1947.
func transliterated(_ text: String) -> String {
  var result: [UInt8] = []
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if byte.isASCIIAlphanumeric { result.append(byte.asciiLowercased) }
      continue
    }
    if scalar == "\u{308}" {
      // A diaeresis that stands by itself, after its vowel.
      if let last = result.last, "aou".utf8.contains(last) { result.append(UInt8(ascii: "e")) }
      continue
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      Transliteration.append(lower, to: &result)
    }
  }
  return result.string
}

/// Readings of letters in ASCII.
enum Transliteration {
  fileprivate static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if let reading = table[scalar] {
      result.append(contentsOf: reading.utf8)
    } else if let parts = Decomposition.parts(of: scalar) {
      append(base: parts, to: &result)
    } else if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if byte.isASCIIAlphanumeric { result.append(byte) }
    } else if let digit = scalar.properties.numericType == .decimal
      ? scalar.properties.numericValue : nil
    {
      result.append(contentsOf: String(Int(digit)).utf8)
    }
  }

  /// A base letter is never decomposed again, so this goes no deeper.
  private static func append(base parts: Decomposition.Parts, to result: inout [UInt8]) {
    let base = table[parts.base] ?? (parts.base.isASCII ? String(parts.base) : "")
    result.append(contentsOf: base.utf8)
    let isVowel = parts.base == "a" || parts.base == "o" || parts.base == "u"
    if isVowel, parts.marks.first == "\u{308}" { result.append(UInt8(ascii: "e")) }
  }

  private static let table = ScalarTable(
    """
    ß ss
    æ ae
    œ oe
    ø o
    ł l
    đ d
    ð d
    þ th
    ı i
    ȷ j
    ŋ n
    ħ h
    ŧ t
    ĸ k
    ſ s
    ƀ b
    ɓ b
    ƈ c
    ɗ d
    ɖ d
    ə e
    ɛ e
    ƒ f
    ɠ g
    ɣ g
    ɨ i
    ƙ k
    ƚ l
    ɔ o
    ɵ o
    ƥ p
    ʃ sh
    ƭ t
    ʉ u
    ʊ u
    ʋ v
    ƴ y
    ƶ z
    ʒ zh
    ǆ dz
    ǉ lj
    ǌ nj
    ǳ dz
    ĳ ij
    ﬀ ff
    ﬁ fi
    ﬂ fl
    ﬃ ffi
    ﬄ ffl
    ﬅ st
    ﬆ st
    ª a
    º o
    ² 2
    ³ 3
    ¹ 1
    α a
    β v
    γ g
    δ d
    ε e
    ζ z
    η i
    θ th
    ι i
    κ k
    λ l
    μ m
    ν n
    ξ x
    ο o
    π p
    ρ r
    σ s
    ς s
    τ t
    υ y
    φ f
    χ ch
    ψ ps
    ω o
    а a
    б b
    в v
    г g
    ґ g
    ғ g
    д d
    ђ dj
    е e
    є ye
    ж zh
    з z
    ѕ dz
    и i
    й y
    і i
    ј j
    к k
    қ k
    л l
    љ lj
    м m
    н n
    њ nj
    ң n
    о o
    ө o
    п p
    р r
    с s
    т t
    ћ c
    у u
    ұ u
    ү u
    ф f
    х kh
    һ h
    ц ts
    ч ch
    џ dz
    ш sh
    щ shch
    ы y
    э e
    ә a
    ю yu
    я ya
    ѣ e
    ѳ f
    ѵ i
    """)
}
