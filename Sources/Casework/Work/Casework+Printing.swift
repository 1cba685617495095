public import Vault

/// Pages on paper. Each is a look with its own entry, and the print has another; nothing is handed on before
/// both are durable.
extension Casework {
  /// What a lead needs of a case on one sheet: the row of the case, who the person is, and the work with them.
  /// The restricted classes are not on it, whoever prints.
  public func summary(
    of code: CaseCode, for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> PrintedPaper {
    let id = try id(of: code)
    let page = try hidingPlaces(
      show(nil, of: code, classes: [.identity, .support], for: purpose, as: session), id, session)
    try stopTakenBack(id, page, session)
    return PrintedPaper(
      data: page.without(ReleaseScope.onlyByName), record: nil, named: [], classes: [],
      entry: try printed("summary", id, page, purpose ?? .operations, session))
  }

  /// A sheet on which a consent is signed or thumb-printed: that which is recorded, or an empty one.
  ///
  /// None of the fields that the person consents to is read for it; their names are enough.
  public func consentSheet(
    _ consent: RecordID?, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> PrintedPaper {
    let id = try id(of: code)
    let page = try named("consent", of: code, for: nil, as: session).page
    let record = try consent.map { id throws(CaseworkError) in try self.record(id, on: page) }
    let scope = try ReleaseScope(items("consent.fields", in: record), book)
    return PrintedPaper(
      data: page, record: record, named: scope.fields, classes: scope.classes.sorted(),
      entry: try printed("consent", id, page, .careManagement, session))
  }

  /// What the person is given when they asked for something: what they asked, when, and until when they have
  /// to be answered (Decree 356/2025 Art. 5). How they are told safely is not on it.
  public func receipt(
    of request: RecordID, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> PrintedPaper {
    let id = try id(of: code)
    let page = try show("request", of: code, for: nil, as: session)
    return PrintedPaper(
      data: page, record: try record(request, on: page), named: [], classes: [],
      entry: try printed("receipt", id, page, .patientRequest, session))
  }

  /// The entry of the page of who looked. What stands on it was read from the log.
  ///
  /// - Parameter entry: that of the reading.
  public func printAccesses(
    _ entry: Int, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let id = try id(of: code)
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.statePrint("accesses", of: id, ref: entry, as: session)
    }
  }

  /// The questions of a stage in the order in which they are asked, for whoever has to write by hand.
  ///
  /// - Throws: `.noSuchForm` for a form that the book does not have.
  public func blankForm(
    _ form: String, as session: borrowing Session
  ) throws(CaseworkError) -> (fields: [FieldDefinition], entry: Int) {
    let fields = Self.inOrder(book.fields(ofForm: form).filter(isAsked))
    guard !fields.isEmpty else { throw .noSuchForm }
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.stateBlankForm(as: session)
    }
    return (fields, entry)
  }

  // MARK: Parts

  /// What names the place where somebody is hidden is known by the place, which is on no paper.
  func hidingPlaces(
    _ page: CasePage, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CasePage {
    let look = try look(at: id, book.ids(ShelterNames.looksAtPlaces), as: session)
    return page.hiding(ShelterNames(look.records))
  }

  /// What came with a referral that was taken back is put on no sheet; the person's own pages go on.
  private func stopTakenBack(
    _ id: CaseID, _ page: CasePage, _ session: borrowing Session
  ) throws(CaseworkError) {
    let hasRevoked = page.records.contains { record in
      record.fields.contains {
        $0.definition.qualifiedName == "referral.state"
          && $0.value == .text(ReferralState.revoked.rawValue)
      }
    }
    guard hasRevoked else { return }
    let form = try workForm(id, Consent.looksAt + TakenBack.looksAt, session)
    guard var stop = try TakenBack(form.look.records).stopOfPage(on: form.today) else { return }
    stop.entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.refusePrint("summary", of: id, because: stop.obstacle, as: session)
    }
    throw .stopped(stop)
  }

  func printed(
    _ kind: String, _ id: CaseID, _ page: CasePage, _ purpose: Purpose,
    _ session: borrowing Session
  ) throws(CaseworkError) -> Int {
    try CaseworkError.ofVault { () throws(VaultError) in
      try vault.statePrint(kind, of: id, ref: page.entry, for: purpose, as: session)
    }
  }

  func record(_ id: RecordID, on page: CasePage) throws(CaseworkError) -> PageRecord {
    guard let record = page.records.first(where: { $0.id == id }) else { throw .noSuchRecord }
    return record
  }

  private func items(_ name: String, in record: PageRecord?) -> [String] {
    guard
      case .list(let items) = record?.fields.first(where: {
        $0.definition.qualifiedName == name
      })?.value
    else { return [] }
    return items
  }
}
