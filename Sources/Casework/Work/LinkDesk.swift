import Vault

/// Two files that are to be linked, held against a look at each.
struct LinkDesk {
  let kind: LinkKind
  let file: CaseLook
  let other: CaseLook
  let code: CaseCode
  let otherCode: CaseCode
  let now: Moment

  static let looksAt = [
    "link.case_ref", "link.kind", "person.birth_date", "protection.protected_relatives",
  ]

  private var book: RuleBook { file.book }

  // MARK: The rules

  func check() throws(CaseworkError) {
    guard !(isLinked && isLinkedBack) else {
      throw .stopped(book.stop(.linkedAlready, about: "link.kind"))
    }
    if isLinkedOtherwise {
      throw .stopped(book.stop(.linkedOtherwise, about: "link.kind"))
    }
    if kind == .dependant, !other.records.isMinor(on: now.dayInVietnam),
      other.sees(["person.birth_date"])
    {
      throw .stopped(book.stop(.ofAge, about: "dependant.dependant_ref"))
    }
    // Who is protected is for a lead to record.
    if kind == .relative, !file.sees(["protection.protected_relatives"]) {
      throw .stopped(
        book.stop(.otherRole, about: "protection.protected_relatives", .role, names: [.role(.lead)])
      )
    }
  }

  private var isLinked: Bool { Self.has(kind.rawValue, of: other.id, in: file) }
  private var isLinkedBack: Bool { Self.has(kind.reverse, of: file.id, in: other) }

  /// Who came with somebody, or is their relative, is not they: two files are of one person or of two.
  private var isLinkedOtherwise: Bool {
    let ofTwo: [LinkKind] = [.dependant, .relative]
    let against = kind == .same ? ofTwo.flatMap { [$0.rawValue, $0.reverse] } : ["same"]
    return against.contains { Self.has($0, of: other.id, in: file) }
      || against.contains { Self.has($0, of: file.id, in: other) }
  }

  static func has(_ kind: String, of id: CaseID, in look: CaseLook) -> Bool {
    let records = look.records
    return records.records(holding: "link.case_ref").contains { record in
      records.values("link.case_ref", in: record) == [.bytes(id.bytes)]
        && records.code("link.kind", in: record) == kind
    }
  }

  // MARK: What is written

  /// Into the first file; empty where it is there already.
  var changes: [FieldID: FieldValue] {
    guard !isLinked else { return [:] }
    var values = link(to: other.id, otherCode, kind.rawValue)
    switch kind {
    case .dependant:
      if let field = book["dependant.dependant_ref"] { values[field.id] = .bytes(other.id.bytes) }
    case .relative:
      if let field = book["protection.protected_relatives"] {
        values[field.id] = .list(relatives + [Hexadecimal.text(other.id.bytes)])
      }
    case .same: break
    }
    return values
  }

  /// Into the other.
  var otherChanges: [FieldID: FieldValue] {
    isLinkedBack ? [:] : link(to: file.id, code, kind.reverse)
  }

  private var relatives: [String] {
    guard case .list(let items) = file.value("protection.protected_relatives") else { return [] }
    return items.filter { $0 != Hexadecimal.text(other.id.bytes) }
  }

  private func link(
    to id: CaseID, _ code: CaseCode, _ kind: String
  ) -> [FieldID: FieldValue] {
    var values: [FieldID: FieldValue] = [:]
    func set(_ name: String, _ value: FieldValue) {
      if let field = book[name] { values[field.id] = value }
    }
    set("link.case_ref", .bytes(id.bytes))
    set("link.code", .text(code.text))
    set("link.kind", .text(kind))
    return values
  }

  // MARK: What follows

  /// The category that the law has for the minor; the kind of file of a relative who is no victim.
  var notes: [RuleNote] {
    switch kind {
    case .dependant:
      guard let category = LinkKind.category(beside: file.code("case.person_category")),
        other.code("case.person_category") != category,
        let field = book["case.person_category"],
        let name = book.name(of: category, in: "case.person_category")
      else { return [] }
      return [RuleNote(.categoryHint, field.citation, names: [name])]
    case .relative:
      guard other.code("case.file_kind") != "protected_relative",
        let field = book["case.file_kind"],
        let name = book.name(of: "protected_relative", in: "case.file_kind")
      else { return [] }
      return [RuleNote(.fileKindHint, field.citation, names: [name])]
    case .same: return []
    }
  }
}
