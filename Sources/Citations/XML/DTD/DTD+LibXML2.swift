internal import CLibXML2

extension DTD {
  /// Adds the declarations that libxml2 read; what is known already stays.
  mutating func add(_ subset: xmlDtdPtr) {
    var next = unsafe subset.pointee.children
    while let node = unsafe next {
      switch unsafe node.pointee.type {
      case XML_ELEMENT_DECL:
        unsafe addElement(UnsafeRawPointer(node).assumingMemoryBound(to: xmlElement.self))
      case XML_ATTRIBUTE_DECL:
        unsafe addAttribute(UnsafeRawPointer(node).assumingMemoryBound(to: xmlAttribute.self))
      case XML_ENTITY_DECL:
        unsafe addEntity(UnsafeRawPointer(node).assumingMemoryBound(to: xmlEntity.self))
      default: break
      }
      unsafe next = node.pointee.next
    }
  }

  private mutating func addElement(_ pointer: UnsafePointer<xmlElement>) {
    let element = unsafe pointer.pointee
    let name = unsafe Self.name(element.name, element.prefix)
    guard elements[name]?.content == nil else { return }
    var names = 0
    let content: Content?
    switch unsafe element.etype {
    case XML_ELEMENT_TYPE_EMPTY: content = .empty
    case XML_ELEMENT_TYPE_ANY: content = .any
    case XML_ELEMENT_TYPE_MIXED:
      let order = unsafe mixed(element.content)
      content = .mixed(Set(order), order: order)
    case XML_ELEMENT_TYPE_ELEMENT:
      content = unsafe element.content.map { unsafe .elements(ContentModel(particle($0, &names))) }
    // Only its attributes are declared.
    default: content = nil
    }
    if names > Self.mostNames { isTooWide = true }
    if let content { elements[name, default: .init()].content = content }
  }

  /// The elements among `(#PCDATA | a | b)*`, which libxml2 keeps as a chain.
  private mutating func mixed(_ content: xmlElementContentPtr?) -> [Int32] {
    var order: [Int32] = []
    var seen: Set<Int32> = []
    var next = unsafe content
    while let part = unsafe next {
      let isChoice = unsafe part.pointee.type == XML_ELEMENT_CONTENT_OR
      let leaf = unsafe isChoice ? part.pointee.c1 : part
      if let leaf = unsafe leaf, unsafe leaf.pointee.type == XML_ELEMENT_CONTENT_ELEMENT {
        let number = number(of: unsafe Self.name(leaf.pointee.name, leaf.pointee.prefix))
        if seen.insert(number).inserted { order.append(number) }
      }
      unsafe next = isChoice ? part.pointee.c2 : nil
    }
    return order
  }

  /// A part of a content model; recursion is as deep as the parentheses, which libxml2 limits.
  private mutating func particle(
    _ content: xmlElementContentPtr, _ names: inout Int
  ) -> ContentModel.Particle {
    let type = unsafe content.pointee.type
    let occurrence = unsafe Self.occurrence(of: content)
    var part: ContentModel.Particle
    if type == XML_ELEMENT_CONTENT_SEQ || type == XML_ELEMENT_CONTENT_OR {
      // Lists are chains: each part has the rest of its list behind it.
      var parts: [ContentModel.Particle] = []
      var next: xmlElementContentPtr? = unsafe content
      while let link = unsafe next {
        let isRest =
          unsafe link.pointee.type == type && (link == content || Self.occurrence(of: link) == nil)
        guard isRest, let head = unsafe link.pointee.c1 else {
          parts.append(unsafe particle(link, &names))
          break
        }
        parts.append(unsafe particle(head, &names))
        unsafe next = link.pointee.c2
      }
      part = type == XML_ELEMENT_CONTENT_SEQ ? .sequence(parts) : .choice(parts)
    } else {
      names += 1
      part = .name(number(of: unsafe Self.name(content.pointee.name, content.pointee.prefix)))
    }
    if let occurrence { part = .repeated(part, occurrence) }
    return part
  }

  private static func occurrence(of content: xmlElementContentPtr) -> ContentModel.Occurrence? {
    switch unsafe content.pointee.ocur {
    case XML_ELEMENT_CONTENT_OPT: .optional
    case XML_ELEMENT_CONTENT_MULT: .any
    case XML_ELEMENT_CONTENT_PLUS: .atLeastOnce
    default: nil
    }
  }

  private mutating func addAttribute(_ pointer: UnsafePointer<xmlAttribute>) {
    let declared = unsafe pointer.pointee
    let element = unsafe Self.text(declared.elem)
    let name = unsafe Self.name(declared.name, declared.prefix)
    guard elements[element]?.attributes[name] == nil else { return }
    var attribute = Attribute(kind: unsafe Self.kind(of: declared))
    attribute.isRequired = unsafe declared.def == XML_ATTRIBUTE_REQUIRED
    if unsafe declared.def == XML_ATTRIBUTE_FIXED {
      attribute.fixed = unsafe Self.text(declared.defaultValue)
    }
    if unsafe declared.defaultValue != nil, name.hasPrefix("xmlns:") {
      prefixes.insert(String(name.dropFirst(6)))
    }
    elements[element, default: .init()].attributes[name] = attribute
    elements[element]?.order.append(name)
  }

  private static func kind(of attribute: xmlAttribute) -> Kind {
    switch unsafe attribute.atype {
    case XML_ATTRIBUTE_ID: return .id
    case XML_ATTRIBUTE_IDREF: return .idReference(isList: false)
    case XML_ATTRIBUTE_IDREFS: return .idReference(isList: true)
    case XML_ATTRIBUTE_ENTITY: return .entity(isList: false)
    case XML_ATTRIBUTE_ENTITIES: return .entity(isList: true)
    case XML_ATTRIBUTE_NMTOKEN: return .token(isList: false)
    case XML_ATTRIBUTE_NMTOKENS: return .token(isList: true)
    case XML_ATTRIBUTE_ENUMERATION, XML_ATTRIBUTE_NOTATION:
      var values: [String] = []
      var next = unsafe attribute.tree
      while let value = unsafe next?.pointee {
        values.append(unsafe text(value.name))
        unsafe next = value.next
      }
      return .choice(values)
    default: return .text
    }
  }

  private mutating func addEntity(_ pointer: UnsafePointer<xmlEntity>) {
    let entity = unsafe pointer.pointee
    let name = unsafe Self.text(entity.name)
    guard entities[name] == nil else { return }
    switch unsafe entity.etype {
    case XML_INTERNAL_GENERAL_ENTITY:
      entities[name] = Entity(text: Array(unsafe Self.text(entity.content).utf8))
    case XML_EXTERNAL_GENERAL_PARSED_ENTITY: entities[name] = Entity(text: nil)
    case XML_EXTERNAL_GENERAL_UNPARSED_ENTITY: entities[name] = Entity(text: nil, isUnparsed: true)
    default: break
    }
  }

  private static func name(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?
  ) -> String {
    unsafe prefix == nil ? text(local) : text(prefix) + ":" + text(local)
  }

  private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }
}
