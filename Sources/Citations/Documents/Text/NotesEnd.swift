/// Recognises the lines that can only stand after the notes of a text.
enum NotesEnd {
  /// Whether a line begins the comments, the signature or the advertisements under an article: "3 Comments", "Leave a reply".
  static func isCommentsMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 80, let text = HeadingText.normalized(line) else { return false }
    if commentsLines.contains(text) { return true }
    let words = text.split(separator: " ", maxSplits: 3)
    // "3 Comments", "One thought on …", "12 réponses"; the number is cut off as numbering where a space follows it.
    let startsWithNumber = line.first.map { $0.isASCIIDigit } ?? false
    if startsWithNumber || words.first.map({ countWords.contains(String($0)) }) == true {
      let rest = startsWithNumber ? words.first : words.dropFirst().first
      guard let rest, countedWords.contains(String(rest)) else { return false }
      return words.count <= (startsWithNumber ? 1 : 2) || text.contains(" on ")
        || text.contains(" to ")
        || text.contains(" zu ") || text.contains(" sur ") || text.contains(" en ")
        || text.contains(" su ")
    }
    return commentsBeginnings.contains { text.starts(with: $0) } && words.count <= 4
      && line.count <= 60
  }

  /// Whether a line is the heading of what follows the notes of a book: a bibliography, an index.
  static func isBackMatterHeading(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 4, line.count <= 60, let text = HeadingText.normalized(line) else {
      return false
    }
    return backMatter.contains(text)
  }

  /// Whether a line is the heading of a chapter: "Chapter 2", "II", "Part Three".
  static func isChapterHeading(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 80 else { return false }
    let bytes = line.drop { $0 == UInt8(ascii: "#") || $0 <= 0x20 }
    let text = bytes.prefix(16).string.lowercased()
    if chapters.contains(where: { text.starts(with: $0) }) { return true }
    let digits = bytes.prefix { "IVXLC".utf8.contains($0) }
    let rest = bytes.dropFirst(digits.count)
    return !digits.isEmpty && (rest.isEmpty || rest.first == UInt8(ascii: "."))
  }

  /// Whether a line is a date: "3 May 2020", "May 3, 2020 at 5:12 pm", "2020-05-03".
  static func isDate(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 6, line.count <= 50, line.contains(where: \.isASCIIDigit) else {
      return false
    }
    var numbers = 0
    var hasYear = false
    var words = 0
    for part in line.split(whereSeparator: { !($0.isASCIIAlphanumeric || $0 >= 0x80) }) {
      if let number = Array(part).number(at: 0, end: part.count), number.end == part.count {
        numbers += 1
        hasYear = hasYear || (1990...2100).contains(number.value)
      } else if part.allSatisfy(\.isASCIIDigit) {
        numbers += 1
      } else {
        words += 1
      }
    }
    return hasYear && (numbers >= 2 && words <= 4) && !line.contains(UInt8(ascii: "("))
      && line.last != UInt8(ascii: ".")
  }

  private static let chapters = [
    "chapter ", "part ", "book ", "kapitel ", "teil ", "chapitre ", "partie ", "capítulo ",
    "parte ",
    "capitolo ", "hoofdstuk ", "глава ", "rozdział ", "kapitola ", "conclusion", "epilogue",
    "introduction",
    "schluss", "epilog", "préface", "preface",
  ]

  private static let backMatter: Set<String> = [
    "bibliography", "references", "works cited", "works consulted", "further reading", "index",
    "sources",
    "acknowledgements", "acknowledgments", "about the author", "about the authors", "appendix",
    "literatur", "literaturverzeichnis", "bibliographie", "quellen", "quellenverzeichnis",
    "register",
    "danksagung", "bibliografía", "bibliografia", "referencias", "referências", "riferimenti",
    "riferimenti bibliografici", "références", "remerciements", "literatuur", "litteratur",
    "литература",
    "bibliografie", "literatura", "list of illustrations", "glossary", "contributors",
  ]

  private static let countWords: Set<String> = [
    "one", "no", "ein", "un", "une", "uno", "um", "kein",
  ]

  private static let countedWords: Set<String> = [
    "comment", "comments", "response", "responses", "thought", "thoughts", "reply", "replies",
    "kommentar", "kommentare", "antwort", "antworten", "gedanke", "gedanken", "commentaire",
    "commentaires", "réponse", "réponses", "réflexion", "réflexions", "comentario", "comentarios",
    "respuesta", "respuestas", "comentário", "comentários", "resposta", "respostas", "commento",
    "commenti", "risposta", "risposte", "reacties", "reactie",
  ]

  private static let commentsLines: Set<String> = [
    "comments", "reply", "share", "share this", "share this post", "share on", "subscribe",
    "related",
    "related posts", "related articles", "more from this author", "about the author",
    "about the authors",
    "leave a reply", "leave a comment", "post a comment", "add a comment", "join the discussion",
    "like this", "tags", "filed under", "discussion", "recent posts", "read more",
    "you may also like",
    "cancel reply", "contributor", "contributors", "advertisement", "previous article",
    "next article",
    "kommentare", "kommentar schreiben", "kommentar hinterlassen", "schreibe einen kommentar",
    "teilen",
    "antworten", "teilen mit", "ähnliche beiträge", "verwandte beiträge", "verwandte artikel",
    "über den autor", "über die autorin", "zum autor", "zur autorin",
    "das könnte sie auch interessieren",
    "commentaires", "laisser un commentaire", "laissez un commentaire", "ajouter un commentaire",
    "partager", "partager cet article", "répondre", "articles similaires", "articles liés",
    "à propos de l'auteur", "à propos de l’auteur", "à lire aussi", "s'abonner", "s’abonner",
    "comentarios", "deja un comentario", "deja una respuesta", "dejar un comentario", "compartir",
    "comparte", "comparte esto", "responder", "artículos relacionados", "entradas relacionadas",
    "sobre el autor", "sobre la autora", "acerca del autor", "suscríbete", "relacionado",
    "commenti", "lascia un commento", "lascia una risposta", "condividi", "rispondi",
    "articoli correlati", "articoli simili", "sull'autore", "sull’autore", "l'autore", "iscriviti",
    "comentários", "deixe um comentário", "deixe uma resposta", "compartilhe", "partilhar",
    "compartilhar",
    "комментарии", "оставить комментарий", "поделиться", "об авторе", "похожие записи",
    "komentarze",
    "dodaj komentarz", "udostępnij", "o autorze", "komentáře", "reacties", "deel dit",
    "over de auteur",
    "kommentarer", "del denne", "om forfatteren",
    "artigos relacionados", "posts relacionados", "sobre o autor", "sobre a autora", "inscreva-se",
  ]

  private static let commentsBeginnings = [
    "posted by ", "posted in ", "posted on ", "filed under", "share this", "tagged ", "leave a ",
    "comments (",
    "about the author", "subscribe to ", "veröffentlicht von ", "publié par ", "publicado por ",
    "pubblicato da ", "you might also like", "related:",
  ]
}
