extension Lexicon {
  /// Words that introduce a citation, and the relation of the cited work that they state.
  static let signals = PhraseTable(
    .signalStart,
    """
    see = see | see also | see esp | see especially | see for example | see for instance | see e g | see eg | see further | see generally | see here | see in particular | see in general | see now | see too | see most recently | and see | also see | but see | but see also | see again | see already | see notably | see the discussion in | see discussion in | as in | e g | eg | for example | for instance | see inter alia | inter alia | see among others | see respectively | see variously | see similarly
    compare = cf | cf also | cf for example | cf e g | compare | but compare | but cf | compare also | contrast | contrast with | in contrast see | by contrast see | for a contrary view see | contra | pace | see contra | accord
    source = printed in | published in | edited in | quoted in | cited in | quoted by | cited by | quoted from | qtd in | as quoted in | as cited in | reprinted in | repr in | rpt in | translated in | reproduced in | discussed in | mentioned in | in | from | originally in | originally published as | first published as | first published in | published as | translation of | review of | rev of
    german = vgl | vgl auch | vgl etwa | vgl dazu | vgl dazu auch | vgl hierzu | vgl hierzu auch | vgl z b | vgl zum beispiel | vgl nur | vgl insbesondere | vgl insb | vgl ferner | vgl weiter | vgl noch | vgl allgemein | vergl | vergleiche | siehe | siehe auch | siehe dazu | siehe hierzu | siehe etwa | siehe z b | siehe insbesondere | s | s a | s auch | s dazu | so auch | so etwa | so bei | so schon | ebenso | ebenso bei | anders | anders etwa | anders aber | dagegen | dagegen etwa | a a | a a etwa | zit nach | zit n | zitiert nach | zitiert bei | zit bei | zit in | nach | bei | dazu | dazu auch | dazu etwa | hierzu | hierzu etwa | etwa | z b | grundlegend | grundlegend dazu | ausführlich | ausführlich dazu | ausführlicher | ausführlicher bei | explizit bei | klassisch bei | zusammenfassend | zuletzt | zuerst | ferner | außerdem | sowie | abgedruckt in | wieder in | wiederabgedruckt in | laut | kritisch | kritisch dazu | vgl kritisch | weiterführend | übersetzt in
    french = voir | voir aussi | voir également | voir par exemple | voir notamment | voir en particulier | voir surtout | voir encore | voir sur ce point | voir entre autres | v | v aussi | cf aussi | cf notamment | cf par exemple | cf également | cité par | cité dans | cité in | cité d'après | d'après | selon | comparer | comparer avec | à comparer avec | contra | par exemple | notamment | repris dans | repris in | reproduit dans | traduit dans
    spanish = véase | véase también | véase por ejemplo | véanse | ver | ver también | cfr | cfr también | citado en | citado por | según | compárese
    italian = vedi | vedi anche | si veda | si vedano | si veda anche | cfr anche | cfr ad esempio | citato in | cit in | v anche
    dutch = zie | zie ook | zie bijvoorbeeld | vgl ook | geciteerd in | bijv | bijvoorbeeld
    """)

  /// Words that are nothing but signals where one can stand.
  static let strongSignals: Set<String> = [
    "see", "cf", "compare", "contrast", "but", "also", "accord", "vgl", "vergl", "vergleiche",
    "siehe", "voir", "véase",
    "véanse", "cfr", "vedi", "si", "zie", "quoted", "cited", "reprinted", "e", "zit", "zitiert",
    "ebenso", "ferner",
  ]

  /// Phrases that stand for a reference made before; the value says which kind.
  static let backReferences = PhraseTable(
    .backReferenceStart,
    """
    ibid = ibid | ibidem | ib | ibíd | ibídem | ebd | ebda | ebenda | ibidem in | ivi | ibid in
    idem = id | idem | eadem | ders | dies | derselbe | dieselbe | dieselben | iid | same author
    opcit = op cit | opcit | o c | art cit | ouvr cité | ouvrage cité | article cité | loc cit | loccit | a a o | aao | am angegebenen ort | supra | above | cit | obra citada | ob cit | opere citato | opus citatum
    """)
}
