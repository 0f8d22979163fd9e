/// The citations and the bibliography of a document, to be written as one text.
public struct StyledDocument: Sendable {
  /// A note with its citations, or a citation in the text.
  public struct Line: Sendable, Hashable {
    /// The label of the note; nil in the text.
    public var label: String?
    /// The citations that stand there.
    public var texts: [FormattedText]

    /// Citations in a note, or in the text where `label` is nil.
    public init(label: String?, texts: [FormattedText]) {
      self.label = label
      self.texts = texts
    }
  }

  /// The notes and citations in the order of the document.
  public var lines: [Line]
  /// The bibliography; nil where there is none.
  public var bibliography: Bibliography?
  /// Whether notes and entries get names that links can lead to, in HTML and LaTeX.
  public var hasAnchors = false

  /// A document of notes and a bibliography.
  public init(lines: [Line], bibliography: Bibliography?) {
    self.lines = lines
    self.bibliography = bibliography
  }

  /// Citations that were formatted, those with the same number in one note.
  public init(
    citations: [Citation], texts: [FormattedText], bibliography: Bibliography?
  ) {
    lines = []
    self.bibliography = bibliography
    var last = 0
    for (citation, text) in zip(citations, texts) {
      let note = citation.noteNumber
      if note > 0, note == last, !lines.isEmpty {
        lines[lines.count - 1].texts.append(text)
      } else {
        lines.append(Line(label: note > 0 ? "\(note)" : nil, texts: [text]))
      }
      last = note
    }
  }

  /// The document in a format, ended by a line feed.
  ///
  /// HTML is a fragment, RTF a whole file; LaTeX is for a document that loads hyperref where there are links.
  public func output(_ format: OutputFormat) -> [UInt8] {
    let notes = lines.map { line in
      (line.label, line.texts.map { $0.output(format) }.joined(separator: " "))
    }
    let entries = (bibliography?.entries ?? []).map { ($0.id, $0.text.output(format)) }
    let text =
      switch format {
      case .html: html(notes)
      case .text: Self.plain(notes, entries, gap: "\n")
      case .markdown: Self.plain(notes, entries, gap: "\n\n")
      case .latex: latex(notes, entries)
      case .rtf: rtf(notes, entries)
      }
    return Array(text.utf8)
  }

  private static func plain(
    _ notes: [(label: String?, text: String)], _ entries: [(id: String, text: String)], gap: String
  ) -> String {
    let parts = [
      notes.map { ($0.label.map { $0 + ". " } ?? "") + $0.text }, entries.map(\.text),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: gap) + "\n" }
      .joined(separator: "\n")
  }

  private func html(_ notes: [(label: String?, text: String)]) -> String {
    var result = ""
    if !notes.isEmpty {
      result += "<div class=\"csl-citations\">\n"
      for (label, text) in notes {
        guard let label else {
          result += "  <p class=\"csl-citation\">\(text)</p>\n"
          continue
        }
        let anchor = hasAnchors ? " id=\"\(HTMLOutput.attribute("note-" + label))\"" : ""
        let name = FormattedText([.text(label)]).output(.html)
        result +=
          "  <p\(anchor) class=\"csl-note\"><span class=\"csl-note-label\">\(name).</span> \(text)</p>\n"
      }
      result += "</div>\n"
    }
    if let bibliography, !bibliography.entries.isEmpty {
      result += bibliography.output(.html, anchors: hasAnchors) + "\n"
    }
    return result
  }

  private func latex(
    _ notes: [(label: String?, text: String)], _ entries: [(id: String, text: String)]
  ) -> String {
    var result: [String] = []
    for (label, text) in notes {
      guard let label else {
        result.append("\\noindent " + text)
        continue
      }
      result.append("\\noindent " + FormattedText([.text(label)]).output(.latex) + ".~" + text)
    }
    for (id, text) in entries {
      // Names of targets are taken as they stand, so signs that TeX would act on are left out.
      let name = id.utf8.filter { $0 > 0x20 && !Array("\\{}%#&~^$_".utf8).contains($0) }
      let anchor = hasAnchors ? "\\hypertarget{ref-\(Array(name).string)}{}" : ""
      let indent = bibliography?.hasHangingIndent == true ? "\\hangindent=2em\\hangafter=1 " : ""
      result.append("\\noindent" + (indent.isEmpty ? " " : indent) + anchor + text)
    }
    return result.map { $0 + "\n" }.joined(separator: "\n")
  }

  private func rtf(
    _ notes: [(label: String?, text: String)], _ entries: [(id: String, text: String)]
  ) -> String {
    var result = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\n"
    for (label, text) in notes {
      let mark = label.map { FormattedText([.text($0)]).output(.rtf) + ". " } ?? ""
      result += "{\\pard " + mark + text + "\\par}\n"
    }
    if !notes.isEmpty, !entries.isEmpty { result += "{\\pard\\par}\n" }
    let indent = bibliography?.hasHangingIndent == true ? "\\li720\\fi-720 " : " "
    for (_, text) in entries { result += "{\\pard" + indent + text + "\\par}\n" }
    return result + "}\n"
  }
}
