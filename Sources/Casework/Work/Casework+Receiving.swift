public import Vault

extension Casework {
  /// Checks and opens a file from another office's vault; nothing of it is written yet.
  ///
  /// - Throws: `.vault(.foreignFields)` for fields that this vault does not have, or that hold something
  ///   else here.
  public func openTransfer(
    _ bytes: [UInt8], from card: VaultCard, as session: borrowing Session
  ) throws(CaseworkError) -> IncomingCase {
    let incoming = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openTransfer(bytes, from: card, as: session)
    }
    let strange = Set(
      incoming.values.filter { id, value in book[id].map { !$0.takes(value) } ?? true }.map(\.0))
    guard strange.isEmpty else { throw .vault(.foreignFields(strange.sorted())) }
    return incoming
  }

  /// Takes it in: a lead's file as a new case under a code of its own, the clinical part into that case.
  public func receive(
    _ incoming: IncomingCase, as session: borrowing Session
  ) throws(CaseworkError) -> ReceivedFile {
    let lists = try transferLists()
    guard incoming.part == .file else {
      let received = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.receiveClinical(incoming, lists: lists, as: session)
      }
      return ReceivedFile(received, code: summary(received.operations).code)
    }
    for attempt in 1... {
      let code = CaseCode.makeRandom()
      let operations = operations(incoming.operations, code)
      do throws(VaultError) {
        return ReceivedFile(
          try vault.receive(
            incoming, as: code.symbols, operations: operations, lists: lists, as: session),
          code: code.text)
      } catch {
        guard error == .alreadyRecorded, attempt < 5 else { throw .vault(error) }
      }
    }
    preconditionFailure("left an endless loop")
  }

  /// The row as it stands here: status, regime and clocks go on; the code is new, nobody answers for the
  /// case yet, and nothing waits for a second person.
  private func operations(
    _ sent: [FieldID: FieldValue], _ code: CaseCode
  ) -> [FieldID: FieldValue] {
    var values = sent
    for field in book.fields(of: EntityDefinition.caseNumber) where values[field.id] == nil {
      values[field.id] = .absent(.notAsked)
    }
    for name in ["case.owner", "case.pending"] {
      if let field = book[name] { values[field.id] = .absent(.notAsked) }
    }
    if let field = book["case.case_code"] { values[field.id] = .text(code.text) }
    return values
  }
}

extension FieldDefinition {
  /// Whether a value is of the kind that the field holds.
  func takes(_ value: FieldValue) -> Bool {
    switch value {
    case .absent: true
    case .list: isMany
    case .text:
      !isMany && ![.date, .datetime, .int, .decimal, .bool3, .ref, .list].contains(type)
    case .integer: !isMany && type == .int
    case .decimal: !isMany && type == .decimal
    case .date: !isMany && type == .date
    case .dateTime: !isMany && type == .datetime
    case .bool: !isMany && type == .bool3
    case .bytes: !isMany && type == .ref
    }
  }
}
