internal import CLibXML2

/// Parses XML and HTML with libxml2's SAX interface into a `MarkupTree`.
///
/// Nothing outside the given bytes is read: no DTD, no entity, no network. Entities that the document declares are not
/// expanded; those of HTML are known in XML too.
enum MarkupParser {
  /// Parses UTF-8 XML; what is not well-formed becomes problems, and what could be read is in the tree.
  static func parseXML(_ bytes: [UInt8]) -> MarkupTree { parse(bytes, isHTML: false) }

  /// Parses UTF-8 HTML as libxml2 repairs it.
  static func parseHTML(_ bytes: [UInt8]) -> MarkupTree { parse(bytes, isHTML: true) }

  private static func parse(_ bytes: [UInt8], isHTML: Bool) -> MarkupTree {
    guard !bytes.isEmpty, bytes.count < Int32.max else { return MarkupTree() }
    let builder = MarkupBuilder(source: bytes, isHTML: isHTML)
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    if isHTML {
      unsafe handler.startElement = { context, name, attributes in
        unsafe MarkupBuilder.from(context).startElement(name, attributes)
      }
      unsafe handler.endElement = { context, _ in
        unsafe MarkupBuilder.from(context).endElement()
      }
    } else {
      unsafe handler.startElementNs = { context, name, prefix, _, _, _, count, _, attributes in
        unsafe MarkupBuilder.from(context).startElement(name, prefix, Int(count), attributes)
      }
      unsafe handler.endElementNs = { context, _, _, _ in
        unsafe MarkupBuilder.from(context).endElement()
      }
    }
    unsafe handler.characters = { context, text, count in
      unsafe MarkupBuilder.from(context).characters(text, Int(count))
    }
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = unsafe handler.characters
    unsafe handler.entityDecl = { context, _, _, _, _, _ in
      unsafe MarkupBuilder.from(context).tree.declaresEntities = true
    }
    unsafe handler.serror = { context, error in
      unsafe MarkupBuilder.from(context).report(error)
    }
    // The builder outlives the parse: it is held by this frame, and the context is freed before the frame ends.
    let user = unsafe Unmanaged.passUnretained(builder).toOpaque()
    unsafe bytes.withUnsafeBytes { buffer in
      let chars = unsafe buffer.bindMemory(to: CChar.self).baseAddress
      let count = Int32(buffer.count)
      if isHTML {
        guard
          let context = unsafe htmlCreatePushParserCtxt(
            &handler, user, chars, min(count, 4), nil, XML_CHAR_ENCODING_UTF8)
        else { return }
        unsafe htmlCtxtUseOptions(
          context,
          Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
              | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue))
        unsafe builder.context = context
        unsafe feed(builder, context, chars, count, htmlParseChunk)
        unsafe htmlFreeParserCtxt(context)
      } else {
        guard
          let context = unsafe xmlCreatePushParserCtxt(&handler, user, chars, min(count, 4), nil)
        else { return }
        // NOENT makes "&amp;" in attributes an ampersand, where it would stay "&#38;"; entities that a document declares
        // are not known to the parser, since `entityDecl` keeps none.
        unsafe xmlCtxtUseOptions(
          context,
          Int32(
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
              | XML_PARSE_HUGE.rawValue | XML_PARSE_NOENT.rawValue))
        unsafe builder.context = context
        unsafe feed(builder, context, chars, count, xmlParseChunk)
        unsafe xmlFreeParserCtxt(context)
      }
    }
    return builder.finish()
  }

  private typealias ChunkParser = (xmlParserCtxtPtr?, UnsafePointer<CChar>?, Int32, Int32) -> Int32

  /// Gives the parser the rest of the text in pieces: one big piece makes it copy the whole text for each look ahead.
  ///
  /// Where a piece brings it no further, since a tag has no end in it, the next one is twice as long; the parser looks
  /// for the end from the tag's beginning each time.
  private static func feed(
    _ builder: MarkupBuilder, _ context: xmlParserCtxtPtr, _ chars: UnsafePointer<CChar>?,
    _ count: Int32, _ parse: ChunkParser
  ) {
    let usual: Int32 = 1 << 16
    var piece = usual
    var offset = min(count, 4)
    while offset < count {
      let size = min(piece, count - offset)
      let before = builder.consumed
      _ = unsafe parse(context, chars.map { unsafe $0 + Int(offset) }, size, 0)
      offset += size
      piece = builder.consumed == before ? min(piece * 2, 1 << 28) : usual
    }
    _ = unsafe parse(context, nil, 0, 1)
  }
}
