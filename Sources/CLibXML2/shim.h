#include <libxml/xmlversion.h>
/* Some distributions build libxml2 with ICU, whose headers then come along and clash with those of Foundation's own ICU.
   Only the layout of an encoding handler, which is never touched here, depends on it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/valid.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>
#include <libxml/xmlwriter.h>
