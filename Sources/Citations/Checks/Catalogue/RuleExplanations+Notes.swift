extension RuleExplanations {
  /// Notes, markers and doubtful readings.
  static let notes: StaticString = """
    === N001
    A reader who follows the marker finds nothing: the note was deleted, or its number is wrong.
    --- bad essay.md
    The road was made of salt.[^1] Nobody walked on it.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.
    --- good essay.md
    The road was made of salt.[^1] Nobody walked on it.

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.
    === N002
    The note supports something, but nobody can tell what: its marker was deleted, or the note should have gone with it.
    --- bad essay.md
    The road was made of salt.[^1]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Nobody walked on it.
    --- good essay.md
    The road was made of salt.[^1] Nobody walked on it.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: So the rumour goes.
    === N003
    A marker with the label can mean either note. In most formats the second note is never shown.
    --- bad essay.txt
    One road.[1] Two roads.[2]

    Notes

    [1] A first remark.
    [2] A second remark.
    [2] A third remark.
    --- good essay.txt
    One road.[1] Two roads.[2] Three roads.[3]

    Notes

    [1] A first remark.
    [2] A second remark.
    [3] A third remark.
    === N004
    Numbers that jump or go back are the trace of a note that was moved, lost or numbered by hand. Numbers that start again at 1, with a chapter or a page, are in order.
    --- bad essay.txt
    One road.[1] Two roads.[3] Three roads.[2]

    Notes

    [1] A first remark.
    [2] A second remark.
    [3] A third remark.
    --- good essay.txt
    One road.[1] Two roads.[2] Three roads.[3]

    Notes

    [1] A first remark.
    [2] A second remark.
    [3] A third remark.
    === N005
    Footnotes beside endnotes, or numbers beside letters, are often meant so. The note says how the document was understood, since labels are compared within a series only.
    --- bad essay.html
    <p>One.<a href="#fn1" id="r1"><sup>1</sup></a> Two.<a href="#en1" id="r2"><sup>i</sup></a></p>
    <h2>Footnotes</h2><ol><li id="fn1">First.</li></ol>
    <h2>Endnotes</h2><ol><li id="en1">Second.</li></ol>
    --- good essay.html
    <p>One.<a href="#fn1" id="r1"><sup>1</sup></a> Two.<a href="#fn2" id="r2"><sup>2</sup></a></p>
    <h2>Footnotes</h2><ol><li id="fn1">First.</li><li id="fn2">Second.</li></ol>
    === N006
    Readers' comments and lists of related articles follow the last note on many pages. What is left alone is named, so that a note which was taken for such text is not lost in silence.
    --- bad essay.txt
    One word here.1 Two words here.2

    Notes

    First note.
    Second note.
    What a lovely essay this was, and so long, thank you.
    --- good essay.txt
    One word here.1 Two words here.2

    Notes

    First note.
    Second note.
    === N007
    Nothing in the file looks like a note. Perhaps it has none, perhaps it was read as the wrong format.
    --- bad essay.txt
    Nobody walked on the road.
    --- good essay.txt
    Nobody walked on the road.[1]

    Notes

    [1] So the rumour goes.
    === N008
    The marker sends the reader to a note in which nothing stands: it was never written, or its text went elsewhere.
    --- bad essay.md
    Nobody walked on the road.[^1] Nor on the other.[^2]

    [^1]: So the rumour goes.

    [^2]:
    --- good essay.md
    Nobody walked on the road.[^1] Nor on the other.[^2]

    [^1]: So the rumour goes.

    [^2]: This has been doubted.
    === N010
    A short form leans on a full reference elsewhere in the notes. Where there is none, the reader has a name and a page and no book.
    --- bad essay.md
    Nobody walked on the road.[^1]

    [^1]: But see Fell, *Salt Roads*, 9.
    --- good essay.md
    Nobody walked on the road.[^1] Nor on the other.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Fell, *Salt Roads*, 9.
    === N011
    Two works fit the short form, for example two books of one author. It needs a word of the title, or the year.
    --- bad essay.md
    One.[^1] Two.[^2] Three.[^3]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Margery Fell, *The Ferries of Axholme* (Hull: Estuary Books, 1979), 8.

    [^3]: Fell, op. cit., 9.
    --- good essay.md
    One.[^1] Two.[^2] Three.[^3]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Margery Fell, *The Ferries of Axholme* (Hull: Estuary Books, 1979), 8.

    [^3]: Fell, *Ferries of Axholme*, 9.
    === N012
    "Ibid." means the one work of the note before. Where that note cites nothing, or several works, "ibid." means nothing in particular; it is the usual trace of a note that was put in later.
    --- bad essay.md
    Nobody walked on the road.[^1]

    [^1]: Ibid., 9.
    --- good essay.md
    One.[^1] Two.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Ibid., 9.
    === N013
    The reader meets the short form first and finds out what it stands for only later. It is the trace of a note that was moved, or of one that was put in before the first.
    --- bad essay.md
    One.[^1] Two.[^2]

    [^1]: Fell, *Salt Roads*, 9.

    [^2]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.
    --- good essay.md
    One.[^1] Two.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 9.

    [^2]: Fell, *Salt Roads*, 112.
    === N014
    References to notes by number go wrong when notes are put in or taken out. Here the number is higher than that of any note, or is left out in their count.
    --- bad essay.md
    One.[^1] Two.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Fell, *Salt Roads* (see n. 7), 9.
    --- good essay.md
    One.[^1] Two.[^2]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.

    [^2]: Fell, *Salt Roads* (see n. 1), 9.
    === N020
    The page that the note cites is not among the pages that the note itself, or another one, gives for the article or chapter. One of the numbers is a slip.
    --- bad essay.md
    One.[^1]

    [^1]: Hester Vane, "Carts and Carters," *Journal of Fenland Studies* 12 (1988): 201–219, at 230.
    --- good essay.md
    One.[^1]

    [^1]: Hester Vane, "Carts and Carters," *Journal of Fenland Studies* 12 (1988): 201–219, at 210.
    === N021
    Readers look the passage up. A note that names a book or an article and no page leaves them with all of it, unless the whole work is meant, so the rule is checked only where it is asked for.
    --- bad essay.md
    One.[^1]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974).
    --- good essay.md
    One.[^1]

    [^1]: Margery Fell, *The Salt Roads of Lindsey* (Hull: Estuary Books, 1974), 112.
    === P001
    The words look like a reference, but fit none of the usual shapes well. The reading may be right; the fields are worth a look before they go into a bibliography.
    """
}
