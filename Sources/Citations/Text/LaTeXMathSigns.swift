/// What the commands of mathematics print.
enum LaTeXMathSigns {
  /// A sign, and whether it stands between two things: a relation or an operation.
  struct Sign: Sendable {
    var text: String
    var isBetween: Bool
  }

  /// An alphabet that a command chooses.
  enum Alphabet: String, Sendable {
    case plain, doubleStruck, script, fraktur

    /// A letter in the alphabet; nil where Unicode has none.
    func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
      guard self != .plain else { return scalar }
      guard scalar.isASCII, UInt8(truncatingIfNeeded: scalar.value).isASCIILetter else {
        return nil
      }
      if let exception = LaTeXMathSigns.exceptions[rawValue + String(scalar)] { return exception }
      let isUpper = scalar.value < 0x61
      let place = scalar.value - (isUpper ? 0x41 : 0x61) + (isUpper ? 0 : 26)
      let first: UInt32 = self == .doubleStruck ? 0x1D538 : self == .script ? 0x1D49C : 0x1D504
      return Unicode.Scalar(first + place)
    }
  }

  static func sign(_ name: ArraySlice<UInt8>) -> Sign? {
    table.names[name].map { table.signs[$0] }
  }

  static func alphabet(_ name: ArraySlice<UInt8>) -> Alphabet? {
    switch name.string {
    case "mathrm", "text", "textrm", "mathit", "mathsf", "mathtt", "mathnormal", "mbox",
      "operatorname", "rm", "mathbf",
      "textit", "textnormal", "it", "bf", "boldsymbol", "bm":
      .plain
    case "mathbb", "Bbb": .doubleStruck
    case "mathcal", "mathscr", "cal": .script
    case "mathfrak": .fraktur
    default: nil
    }
  }

  /// The character for a letter or digit above or below the line; nil where there is none.
  static func script(_ scalar: Unicode.Scalar, isUpper: Bool) -> Unicode.Scalar? {
    scripts[(isUpper ? "^" : "_") + String(scalar)]
  }

  private static let scripts: [String: Unicode.Scalar] = {
    var result: [String: Unicode.Scalar] = [:]
    let rows: [(String, String, String)] = [
      (
        "^",
        "0123456789+\u{2212}=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW\u{3B2}\u{3B3}\u{3B4}\u{2032}",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟ\u{2032}"
      ),
      (
        "_", "0123456789+\u{2212}=()aehijklmnoprstuvx\u{3B2}\u{3B3}\u{3C1}\u{3C6}\u{3C7}",
        "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
      ),
    ]
    for (sign, plain, scripts) in rows {
      for (letter, script) in zip(plain.unicodeScalars, scripts.unicodeScalars) {
        result[sign + String(letter)] = script
      }
    }
    result["^\u{2218}"] = "\u{B0}"
    result["^*"] = "*"
    result["^\u{2217}"] = "*"
    return result
  }()

  /// Letters of the alphabets that stand elsewhere in Unicode.
  private static let exceptions: [String: Unicode.Scalar] = [
    "doubleStruckC": "ℂ", "doubleStruckH": "ℍ", "doubleStruckN": "ℕ", "doubleStruckP": "ℙ",
    "doubleStruckQ": "ℚ", "doubleStruckR": "ℝ", "doubleStruckZ": "ℤ", "scriptB": "ℬ",
    "scriptE": "ℰ", "scriptF": "ℱ", "scriptH": "ℋ", "scriptI": "ℐ", "scriptL": "ℒ",
    "scriptM": "ℳ", "scriptR": "ℛ", "scripte": "ℯ", "scriptg": "ℊ", "scripto": "ℴ",
    "frakturC": "ℭ", "frakturH": "ℌ", "frakturI": "ℑ", "frakturR": "ℜ", "frakturZ": "ℨ",
  ]

  private static let table: (names: ByteTable, signs: [Sign]) = {
    var names: [Substring] = []
    var signs: [Sign] = []
    for line in data.description.split(separator: "\n") {
      let words = line.split(separator: " ")
      for pair in words.dropFirst() {
        let halves = pair.split(separator: "=", maxSplits: 1)
        guard halves.count == 2 else { continue }
        names.append(halves[0])
        signs.append(Sign(text: String(halves[1]), isBetween: words[0] == "between"))
      }
    }
    return (ByteTable(names), signs)
  }()

  /// Lines `letter name=sign …` and `between name=sign …`.
  ///
  /// Source: The LaTeX Companion, tables 8.3 to 8.20; unicode-math, "unimath-symbols".
  private static let data: StaticString = """
    letter alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ
    letter iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ
    letter varsigma=ς tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ
    letter Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω hbar=ℏ ell=ℓ Re=ℜ Im=ℑ aleph=ℵ
    letter infty=∞ partial=∂ nabla=∇ forall=∀ exists=∃ emptyset=∅ varnothing=∅ prime=′ dagger=†
    letter ddagger=‡ dots=… ldots=… cdots=⋯ degree=° circ=∘ bullet=• star=⋆ ast=∗ deg=deg log=log
    letter ln=ln exp=exp sin=sin cos=cos tan=tan min=min max=max lim=lim dim=dim det=det ker=ker
    letter sharp=♯ flat=♭ natural=♮ angle=∠ triangle=△ square=□ Box=□ diamond=⋄
    letter langle=⟨ rangle=⟩ lbrace={ rbrace=} sum=∑ prod=∏ int=∫ neg=¬ lnot=¬ colon=: vert=|
    letter copyright=© pounds=£ mho=℧ hslash=ℏ euro=€ checkmark=✓ AA=Å
    letter male=♂ female=♀ odot=⊙ oplus=⊕ otimes=⊗ sun=☉ Sun=☉ earth=⊕ lfloor=⌊ rfloor=⌋
    between times=× cdot=⋅ div=÷ pm=± mp=∓ leq=≤ le=≤ geq=≥ ge=≥ neq=≠ ne=≠ approx=≈ sim=∼ simeq=≃
    between cong=≅ equiv=≡ propto=∝ ll=≪ gg=≫ lt=< gt=> in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆
    between supset=⊃ supseteq=⊇ cup=∪ cap=∩ setminus=∖ to=→ rightarrow=→ leftarrow=← Rightarrow=⇒
    between Leftarrow=⇐ leftrightarrow=↔ Leftrightarrow=⇔ mapsto=↦ longrightarrow=⟶ uparrow=↑
    between downarrow=↓ wedge=∧ vee=∨ land=∧ lor=∨ mid=∣ parallel=∥ perp=⊥ lesssim=≲ gtrsim=≳
    between leqslant=⩽ geqslant=⩾ rightleftharpoons=⇌ vdash=⊢ models=⊨ ltimes=⋉ rtimes=⋊
    """
}
