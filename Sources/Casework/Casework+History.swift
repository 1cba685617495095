public import Vault

extension Casework {
  /// Shows what fields of a file were before, newest first. As of a page, what is not restricted and may be seen is
  /// shown, a restricted class only when it is named.
  ///
  /// - Parameters:
  ///   - form: nil for every form of the file.
  ///   - record: nil for every record.
  ///   - skip: how many of the newest are passed over.
  public func history(
    _ form: String?, of code: CaseCode, record: RecordID? = nil, classes: Set<FieldClass> = [],
    for purpose: Purpose?, skipping skip: Int = 0, as session: borrowing Session
  ) throws(CaseworkError) -> FileHistory {
    let all = try historyScope(form)
    let scope = all.filter { $0.fieldClass != .operations }
    guard !scope.isEmpty else { throw .noSuchForm }
    let id = try id(of: code)
    try refuseFacts(form, classes, of: id, for: purpose, session)
    return try steadily(session) { session throws(CaseworkError) in
      try CaseworkError.ofVault { () throws(VaultError) in
        let asked = try fieldsToRead(scope, classes, id, purpose, session)
        let kept = try vault.history(
          HistoryChoice(asked, record: record, skipping: skip), of: id, for: purpose, as: session)
        let hidden = Set(scope.filter { isHidden($0, classes) }.map(\.id))
        let could = try vault.mayRead(hidden, of: id, for: purpose ?? .careManagement, as: session)
        let names = try recipients(in: asked, of: id, for: purpose, session)
        return FileHistory(
          code: code, entry: kept.entry,
          versions: try versions(of: kept, session).map { names.map($0.hiding) ?? $0 },
          count: kept.count, skipped: skip, taken: kept.versions.count, ungiven: kept.ungiven,
          hasCopies: kept.hasCopies,
          restricted: Set(could.compactMap { book[$0]?.fieldClass }).sorted(),
          notGiven: try ungiven(Set(scope.map(\.id)), of: id, for: purpose, session),
          outgrown: try outgrown(Set(scope.map(\.id)), of: id, for: purpose, session),
          isOfFileItself: scope.count < all.count,
          hidden: try takenBack(in: form, id, purpose, session))
      }
    }
  }

  /// The figures are made from what stands elsewhere; nobody wrote them.
  private func historyScope(
    _ form: String?
  ) throws(CaseworkError) -> [FieldDefinition] {
    guard let form else { return book.fields.filter { $0.fieldClass != .facts } }
    let fields = book.fields(ofForm: form)
    guard !fields.isEmpty else { throw .noSuchForm }
    return fields
  }

  /// What else of the file tells how recipients in it may be named; nil where none of these fields may name one.
  private func recipients(
    in asked: Set<FieldID>, of id: CaseID, for purpose: Purpose?, _ session: borrowing Session
  ) throws(VaultError) -> CaseRecords? {
    guard !asked.isDisjoint(with: book.ids(ShelterNames.named)) else { return nil }
    let beside = book.ids(ShelterNames.looksAt + NamesToTell.looksAt)
    let readable = try vault.mayRead(beside, of: id, for: purpose, as: session)
    return records(in: try vault.read(readable, of: id, for: purpose, as: session))
  }

  private func versions(
    of kept: KeptHistory, _ session: borrowing Session
  ) throws(VaultError) -> [FileHistory.Version] {
    var (found, handles) = ([FileHistory.Version](), [MemberID: String?]())
    func handle(_ member: MemberID) throws(VaultError) -> String? {
      if let known = handles[member] { return known }
      let handle = try vault.handle(of: member, as: session)
      handles[member] = .some(handle)
      return handle
    }
    for version in kept.versions where !version.isBlank {
      guard let definition = book[version.field], let entity = book.entity(definition.entity)
      else { continue }
      var named: String?
      if case .bytes(let bytes) = version.value, let member = MemberID(bytes: bytes) {
        named = try handle(member)
      }
      found.append(
        FileHistory.Version(
          field: PageField(definition: definition, value: version.value, handle: named),
          record: PageRecord(id: version.record, entity: entity, fields: []),
          number: version.version, writer: try handle(version.writer), stated: version.stated))
    }
    return found
  }
}

extension FileHistory.Version {
  fileprivate func hiding(_ file: CaseRecords) -> FileHistory.Version {
    let shown = NamesToTell(file).naming(field, of: record.id)
      .hiding(ShelterNames(file), of: record.id)
    return FileHistory.Version(
      field: shown, record: record, number: number, writer: writer, stated: stated)
  }
}

extension KeptVersion {
  /// Nobody was ever asked: a first writing writes all fields of a form, so that absence cannot be seen.
  fileprivate var isBlank: Bool { version == 1 && value == .absent(.notAsked) }
}
