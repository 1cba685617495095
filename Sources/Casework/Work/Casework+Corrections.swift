public import Vault

extension Casework {
  /// What the correction of a date that waits would change, for whoever may read it: with an entry for the look at what
  /// stands, and one for the reason. Each ask has the reason that was written with it: the record holds the last one
  /// alone, its history each.
  ///
  /// - Returns: empty for what is no such ask.
  public func corrections(
    of asked: WaitingAsk, as session: borrowing Session
  ) throws(CaseworkError) -> [AskedCorrection] {
    guard asked.ask.act == .clockMoved else { return [] }
    let all = DateCorrection.all(in: asked.ask.subject, book)
    let reasons = Set(all.compactMap { book.reason(ofCorrecting: $0.field)?.id })
    return try steadily(session) { session throws(CaseworkError) in
      let readable = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.mayRead(
          reasons.union(all.map(\.field)), of: asked.id, for: .careManagement, as: session)
      }
      let records = try standing(readable.subtracting(reasons), asked.id, session)
      let given = try given(readable.intersection(reasons), with: asked, session)
      return all.compactMap { correction in
        book[correction.field].map { field in
          AskedCorrection(
            after: PageField(definition: field, value: correction.value, handle: nil),
            before: readable.contains(field.id) ? records?.value(before: correction) : nil,
            reason: book.reason(ofCorrecting: field.id).flatMap { given[$0.id] })
        }
      }
    }
  }

  private func standing(
    _ fields: Set<FieldID>, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseRecords? {
    guard !fields.isEmpty else { return nil }
    return try CaseworkError.ofVault { () throws(VaultError) in
      records(in: try vault.read(fields, of: id, for: .careManagement, as: session))
    }
  }

  /// The reasons that the asking entry itself wrote.
  private func given(
    _ fields: Set<FieldID>, with asked: WaitingAsk, _ session: borrowing Session
  ) throws(CaseworkError) -> [FieldID: String] {
    guard !fields.isEmpty else { return [:] }
    let kept = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.history(
        HistoryChoice(fields), of: asked.id, for: .careManagement, as: session)
    }
    return kept.versions.reduce(into: [:]) { found, version in
      guard version.stated?.entry == asked.ask.entry, case .text(let text) = version.value
      else { return }
      found[version.field] = text
    }
  }
}

extension CaseRecords {
  fileprivate func value(before correction: DateCorrection) -> FieldValue {
    records.first { $0.id == correction.record && $0.values[correction.field] != nil }?
      .values[correction.field] ?? .absent(.notAsked)
  }
}
