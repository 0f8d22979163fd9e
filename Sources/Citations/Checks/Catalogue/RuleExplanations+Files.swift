extension RuleExplanations {
  /// What is wrong with files before anything in them is checked.
  static let files: StaticString = """
    === F001
    The bytes are no text in the encoding of the file, so letters are lost. Save the file as UTF-8 from the program that made it.
    === F002
    The file is not UTF-8 and does not say what it is. It was read as windows-1252, which is right for most old files of western Europe; letters of other languages come out wrong.
    === F003
    The markup is not well-formed XML or HTML. It was read as browsers read it, but another program may refuse it or understand it in another way.
    --- bad article.xml
    <article><body><p>Nobody walked on the road.</body></article>
    --- good article.xml
    <article><body><p>Nobody walked on the road.</p></body></article>
    === F004
    Entities that a document declares for itself could read files or fill the memory, so they are not expanded and their names stay in the text.
    --- bad article.xml
    <!DOCTYPE article [<!ENTITY road "the road">]>
    <article><body><p>Nobody walked on &road;.</p></body></article>
    --- good article.xml
    <article><body><p>Nobody walked on the road.</p></body></article>
    === F005
    A bracket, a comment or a block that never ends swallows the rest of the text in other programs. It was read as plain text.
    === F006
    Control characters have no place in text. They come from old word processors and broken conversions.
    === F007
    The sign U+FFFD stands where a program before could not read a letter. The letter is lost; look it up and put it back.
    === F008
    The page layout that another program wrote is not well-formed XML. What could be read was read.
    === F010
    A part of the file is no JSON and was skipped, with all that stands in it. The message says what was expected.
    --- bad refs.json
    [{"id": "fell1974", "type": "webpage", "title": "Salt Roads", "URL": "https://salt.example.org/"}, {"id": }]
    --- good refs.json
    [{"id": "fell1974", "type": "webpage", "title": "Salt Roads", "URL": "https://salt.example.org/"}]
    === F011
    The value is well-formed JSON, but nothing in it says that it describes a work. It was skipped.
    --- bad refs.json
    [{"id": "fell1974", "type": "webpage", "title": "Salt Roads", "URL": "https://salt.example.org/"}, 7]
    --- good refs.json
    [{"id": "fell1974", "type": "webpage", "title": "Salt Roads", "URL": "https://salt.example.org/"}]
    === F012
    CSL-JSON demands a type for every item. The item was read as a document, the type that says least.
    --- bad refs.json
    [{"id": "fell1974", "title": "Salt Roads", "issued": {"date-parts": [[1974]]}}]
    --- good refs.json
    [{"id": "fell1974", "type": "document", "title": "Salt Roads", "issued": {"date-parts": [[1974]]}}]
    === F050
    A part of the file is no YAML and was skipped, with all that stands in it. Often an indent is wrong, or a colon in a value needs quotes around the value.
    === F051
    The mapping has the key twice. Programs differ in which one they take.
    === F052
    The value nests deeper, or its aliases unfold to more, than any bibliography needs. It was skipped, since reading it could fill the memory.
    === F053
    The alias names something that is not defined before it.
    === F054
    YAML allows the character only as an escape. It was read as U+FFFD.
    === F013
    CSL-JSON has names as a list of objects and dates as an object with `date-parts`. Programs that read it pass over text in their place.
    --- bad refs.json
    [{"id": "a", "type": "document", "title": "Carts", "author": [{"family": "Vane"}], "issued": "1988"}]
    --- good refs.json
    [{"id": "a", "type": "document", "title": "Carts", "author": [{"family": "Vane"}], "issued": {"date-parts": [[1988]]}}]
    === F020
    Text between the records belongs to none of them and was skipped. Often the first line of a record is missing.
    === F021
    A record of RIS ends with a line ER. It was read up to the next record; another program may read the two as one.
    === F022
    A record of RIS begins with a line TY that says what it describes. It was read as a document.
    === F023
    No specification lists the type, so the record was read as a document.
    === F024
    The field takes one name for each line. Several names in it are printed and sorted as one person.
    === F025
    The line repeats what another field says, and says it differently. The other field counts.
    === F026
    The file was read as RIS and holds no record. Perhaps it is of another format.
    === F027
    Text before the first record belongs to none and was skipped.
    === F028
    The file was read as EndNote's tagged format and holds no record. Perhaps it is of another format.
    === F040
    The XML is not well-formed. What stands before the error was read.
    === F041
    Entities that a file declares for itself could read files or fill the memory, so they are not expanded.
    === F042
    The record has nothing inside.
    === F043
    The file was read as MODS and holds no record. Perhaps it is of another format.
    === F045
    The XML is not well-formed. What stands before the error was read.
    === F046
    Entities that a file declares for itself could read files or fill the memory, so they are not expanded.
    === F047
    The file was read as EndNote's XML and holds no record. Perhaps it is of another format.
    === F055
    The file was read as CSL-YAML and has no list of items, at its root or under "references".
    === F056
    The value says nothing that describes a work. It was skipped.
    === F057
    CSL demands a type for every item. The item was read as a document, the type that says least.
    === F060
    A reference is not well-formed XML and was skipped; the others were read.
    === F061
    The words of the citation are there, but no element says which of them are the title or the source.
    === F062
    The document has a list of references; citations in its notes and paragraphs were not taken for references.
    === F063
    The document has no list of references and no citation.
    === F064
    Entities that a document declares for itself could read files or fill the memory, so they are not expanded.
    === F065
    The reference holds no citation.
    === F066
    Where an archive or a journal takes articles of one document type only, it sends those back in which an element stands in the wrong place, is not known, or lacks what must be inside. Checked where --dtd or the setting dtd names a DTD or a catalog.
    --- bad article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd">
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><given-names>Ada</given-names><surname>Fell</surname></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    --- good article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd">
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    === F067
    The document type does not allow the attribute or its value: it is not one of the element's, not in the list of its values, left out where it must stand, or an id that stands twice or nowhere. Signs of notes and references lead nowhere without their ids. Checked where --dtd or the setting dtd names a DTD or a catalog.
    --- bad article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd">
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r7">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    --- good article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd">
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    === F068
    The catalog has no DTD for the article, so nothing says what may stand in it. Either the article lacks its document type, or the catalog an entry. Nothing is ever fetched.
    --- bad article.xml
    <!DOCTYPE article PUBLIC "-//Pepper//DTD Article//EN" "pepper.dtd">
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    --- good article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd">
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    === F069
    The DTD that the catalog names cannot be read, or what the article declares for itself is faulty, so nothing says what may stand in the article.
    --- bad article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd" [<!ELEMENT aside (p,|note)>]>
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    --- good article.xml
    <!DOCTYPE article PUBLIC "-//Salt//DTD Article//EN" "article.dtd" [<!ELEMENT aside (p|note)>]>
    <article><body><p>Walked alone <xref ref-type="bibr" rid="r1">1</xref>.</p></body><back><ref-list>
    <ref id="r1"><element-citation publication-type="book"><name><surname>Fell</surname><given-names>Ada</given-names></name><source>Salt Roads</source><year>1974</year></element-citation></ref>
    </ref-list></back></article>
    === F030
    Text between the records belongs to none of them and was skipped.
    === F031
    The file was read as PubMed's format and holds no record. Perhaps it is of another format.
    === F044
    Two entries have one key, and Typst takes the last one.
    === F048
    The value says nothing that describes a work. It was skipped.
    === F049
    The file does not say which version of the Citation File Format it follows. It was read as 1.2.0.
    === F058
    The value is no entry and was skipped.
    === F059
    Every entry of Hayagriva needs a type. The entry was read as one of the type "misc".
    === L001
    The file is no CSL style: it is not well-formed XML, or its root is something else. Perhaps a web page was saved in its place.
    === L002
    The element has no place there in CSL, or one that must be there is missing, so the style cannot be used.
    === L003
    The attribute has a value that CSL does not know, so the style cannot be used.
    === L004
    The style calls a macro that is not there, or one that calls itself.
    === L005
    CSL does not know the attribute, and it has no effect. Perhaps it is a slip of the keyboard, or belongs to an extension.
    === L006
    CSL does not know the variable or type, so nothing is ever printed for it.
    === L010
    The file of citations holds something else at this place; it is left out, and the other citations are formatted.
    === L011
    The key of the cite is that of no reference that was read. The nearest keys are named.
    === L012
    A member or a value of the citation is not known and changes nothing; often it is a slip of the pen.
    === L013
    The work of the citation is not known, so its note has no formatted text.
    """
}
