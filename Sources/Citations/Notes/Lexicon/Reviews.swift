extension Lexicon {
  /// Words that say that something is the review of the work named after them.
  static let reviews = PhraseTable(
    .reviewStart,
    """
    review = review of | untitled review of | unsigned review of | critical review of | book review of | a review of | rev of | review article on | review essay on | reviewing | rezension zu | rezension von | rez zu | rez von | rezension über | besprechung von | besprechung zu | bespr von | compte rendu de | compte rendu de l'ouvrage de | compte rendu du livre de | compte-rendu de | comptes rendus de | c r de | cr de | recension de | recensione a | recensione di | rec di | rec a | reseña de | reseña a | recensie van | bespreking van
    """)

  /// Words between the title of a reviewed work and its authors.
  static let authorCues: Set<String> = ["by", "von", "de", "par", "di", "por", "van"]
}
