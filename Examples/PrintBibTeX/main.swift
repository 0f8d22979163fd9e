import Citations

// Reads a document from standard input and prints its references as BibTeX:
//   swift run PrintBibTeX < essay.txt
var text = ""
while let line = readLine(strippingNewline: false) { text += line }
let extraction = Extraction(of: Array(text.utf8), name: "standard input")
let bibtex = BibliographyFormat.named("bibtex")
print(String(decoding: bibtex?.output(of: [extraction]) ?? [], as: UTF8.self), terminator: "")
