// Written by scripts/styles.py; names are in the order of their bytes.

#include "styles.h"

// #embed is of C23; older modes of the compiler have it too and say so.
#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

static const unsigned char acm[] = {
#embed "acm.csl"
};

static const unsigned char alpha[] = {
#embed "alpha.csl"
};

static const unsigned char ama[] = {
#embed "ama.csl"
};

static const unsigned char apa[] = {
#embed "apa.csl"
};

static const unsigned char asa[] = {
#embed "asa.csl"
};

static const unsigned char chicago_author_date[] = {
#embed "chicago-author-date.csl"
};

static const unsigned char chicago_notes[] = {
#embed "chicago-notes.csl"
};

static const unsigned char german_humanities[] = {
#embed "german-humanities.csl"
};

static const unsigned char harvard[] = {
#embed "harvard.csl"
};

static const unsigned char ieee[] = {
#embed "ieee.csl"
};

static const unsigned char iso690_note_fr[] = {
#embed "iso690-note-fr.csl"
};

static const unsigned char mhra[] = {
#embed "mhra.csl"
};

static const unsigned char mla[] = {
#embed "mla.csl"
};

static const unsigned char nature[] = {
#embed "nature.csl"
};

static const unsigned char numeric[] = {
#embed "numeric.csl"
};

static const unsigned char oscola[] = {
#embed "oscola.csl"
};

static const unsigned char turabian_notes[] = {
#embed "turabian-notes.csl"
};

static const unsigned char vancouver[] = {
#embed "vancouver.csl"
};

static const unsigned char locales_ar[] = {
#embed "locales/locales-ar.xml"
};

static const unsigned char locales_cs_CZ[] = {
#embed "locales/locales-cs-CZ.xml"
};

static const unsigned char locales_da_DK[] = {
#embed "locales/locales-da-DK.xml"
};

static const unsigned char locales_de_DE[] = {
#embed "locales/locales-de-DE.xml"
};

static const unsigned char locales_en_GB[] = {
#embed "locales/locales-en-GB.xml"
};

static const unsigned char locales_en_US[] = {
#embed "locales/locales-en-US.xml"
};

static const unsigned char locales_es_ES[] = {
#embed "locales/locales-es-ES.xml"
};

static const unsigned char locales_fi_FI[] = {
#embed "locales/locales-fi-FI.xml"
};

static const unsigned char locales_fr_FR[] = {
#embed "locales/locales-fr-FR.xml"
};

static const unsigned char locales_he_IL[] = {
#embed "locales/locales-he-IL.xml"
};

static const unsigned char locales_it_IT[] = {
#embed "locales/locales-it-IT.xml"
};

static const unsigned char locales_ja_JP[] = {
#embed "locales/locales-ja-JP.xml"
};

static const unsigned char locales_ko_KR[] = {
#embed "locales/locales-ko-KR.xml"
};

static const unsigned char locales_nb_NO[] = {
#embed "locales/locales-nb-NO.xml"
};

static const unsigned char locales_nl_NL[] = {
#embed "locales/locales-nl-NL.xml"
};

static const unsigned char locales_pl_PL[] = {
#embed "locales/locales-pl-PL.xml"
};

static const unsigned char locales_pt_BR[] = {
#embed "locales/locales-pt-BR.xml"
};

static const unsigned char locales_pt_PT[] = {
#embed "locales/locales-pt-PT.xml"
};

static const unsigned char locales_ru_RU[] = {
#embed "locales/locales-ru-RU.xml"
};

static const unsigned char locales_sv_SE[] = {
#embed "locales/locales-sv-SE.xml"
};

static const unsigned char locales_tr_TR[] = {
#embed "locales/locales-tr-TR.xml"
};

static const unsigned char locales_uk_UA[] = {
#embed "locales/locales-uk-UA.xml"
};

static const unsigned char locales_zh_CN[] = {
#embed "locales/locales-zh-CN.xml"
};

static const CitationsFile all_styles[] = {
  {"acm", acm, sizeof acm},
  {"alpha", alpha, sizeof alpha},
  {"ama", ama, sizeof ama},
  {"apa", apa, sizeof apa},
  {"asa", asa, sizeof asa},
  {"chicago-author-date", chicago_author_date, sizeof chicago_author_date},
  {"chicago-notes", chicago_notes, sizeof chicago_notes},
  {"german-humanities", german_humanities, sizeof german_humanities},
  {"harvard", harvard, sizeof harvard},
  {"ieee", ieee, sizeof ieee},
  {"iso690-note-fr", iso690_note_fr, sizeof iso690_note_fr},
  {"mhra", mhra, sizeof mhra},
  {"mla", mla, sizeof mla},
  {"nature", nature, sizeof nature},
  {"numeric", numeric, sizeof numeric},
  {"oscola", oscola, sizeof oscola},
  {"turabian-notes", turabian_notes, sizeof turabian_notes},
  {"vancouver", vancouver, sizeof vancouver},
};

const CitationsFile *citations_styles(size_t *count) {
  *count = sizeof all_styles / sizeof *all_styles;
  return all_styles;
}

static const CitationsFile all_locales[] = {
  {"ar", locales_ar, sizeof locales_ar},
  {"cs-CZ", locales_cs_CZ, sizeof locales_cs_CZ},
  {"da-DK", locales_da_DK, sizeof locales_da_DK},
  {"de-DE", locales_de_DE, sizeof locales_de_DE},
  {"en-GB", locales_en_GB, sizeof locales_en_GB},
  {"en-US", locales_en_US, sizeof locales_en_US},
  {"es-ES", locales_es_ES, sizeof locales_es_ES},
  {"fi-FI", locales_fi_FI, sizeof locales_fi_FI},
  {"fr-FR", locales_fr_FR, sizeof locales_fr_FR},
  {"he-IL", locales_he_IL, sizeof locales_he_IL},
  {"it-IT", locales_it_IT, sizeof locales_it_IT},
  {"ja-JP", locales_ja_JP, sizeof locales_ja_JP},
  {"ko-KR", locales_ko_KR, sizeof locales_ko_KR},
  {"nb-NO", locales_nb_NO, sizeof locales_nb_NO},
  {"nl-NL", locales_nl_NL, sizeof locales_nl_NL},
  {"pl-PL", locales_pl_PL, sizeof locales_pl_PL},
  {"pt-BR", locales_pt_BR, sizeof locales_pt_BR},
  {"pt-PT", locales_pt_PT, sizeof locales_pt_PT},
  {"ru-RU", locales_ru_RU, sizeof locales_ru_RU},
  {"sv-SE", locales_sv_SE, sizeof locales_sv_SE},
  {"tr-TR", locales_tr_TR, sizeof locales_tr_TR},
  {"uk-UA", locales_uk_UA, sizeof locales_uk_UA},
  {"zh-CN", locales_zh_CN, sizeof locales_zh_CN},
};

const CitationsFile *citations_locales(size_t *count) {
  *count = sizeof all_locales / sizeof *all_locales;
  return all_locales;
}
