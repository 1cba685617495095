public import Vault

extension Casework {
  /// The forms that are filled when a case is opened; everything else is asked later, or never.
  public static let openingForms = ["case", "reception", "person"]

  /// What is asked when a case is opened at the terminal, in the person's order: what an officer or a
  /// social worker knows on the first day.
  public var fieldsToOpen: [FieldDefinition] {
    let first = RoleSet([.intake, .socialWorker])
    return book.fields.filter { field in
      Self.openingForms.contains(field.form) && field.isTyped
        && !field.writers.isDisjoint(with: first) && book.entity(field.entity)?.isMany == false
        // Nothing was recorded that could be corrected.
        && !field.isReasonOfCorrection
    }
  }

  /// Opens a case.
  ///
  /// A social worker who opens one owns it. Whoever opens one may name its first owner, who is then
  /// among the readers of what is deposited (design, "At night, without a lead").
  /// - Parameter isReported: somebody told of the person, who has not come yet: the file begins as a report
  ///   and not as an arrival.
  /// - Parameter isCanary: nobody's file, opened by a lead to see who touches it: no limit runs in it, and the
  ///   log report alone tells of it.
  /// - Parameter found: who was found before.
  /// - Throws: `.vault(.nothingToDo)` where somebody else may be found since then: it is to be looked once more.
  ///   `.form` with every fault; `.vault(.noSuchMember)` for an owner who is no social worker.
  public func openCase(
    _ input: FormInput, owner handle: String? = nil, isReported: Bool = false,
    isCanary: Bool = false, after found: FoundPeople? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> OpenedCase {
    let (form, draft) = try rightFirst(toOpenAs: isCanary, session) {
      () throws(CaseworkError) in
      let form = try FormReader(book: book, forms: Self.openingForms, validation: validation)
        .read(input)
      try refuseClosure(form)
      let draft = CaseDraft(
        form.values, isReported: isReported, isCanary: isCanary, book: book, now: moment)
      guard draft.dateFaults.isEmpty else { throw .form(draft.dateFaults) }
      return (form, draft)
    }
    let first = try firstOwner(handle, session)
    // A code that is taken already is as likely as drawing one given grain of a beach; drawn again.
    for attempt in 1... {
      let code = CaseCode.makeRandom()
      do {
        let opened = try vault.openCase(
          draft.opening(code: code, owner: first.member, isElse: first.isElse),
          unlessSince: found.map { mark($0.asked) }, as: session)
        return OpenedCase(
          code: code, entry: opened.entry, role: isCanary ? .lead : first.opener,
          warnings: form.warnings, missing: draft.missing)
      } catch .alreadyRecorded where attempt < 5 {
        continue
      } catch { throw .vault(error) }
    }
    preconditionFailure("left an endless loop")
  }

  /// Who will answer for a case that this member opens, and whether that is somebody else.
  func firstOwner(
    _ handle: String?, _ session: borrowing Session
  ) throws(CaseworkError) -> (member: MemberID?, isElse: Bool, opener: Role?) {
    do {
      // The Vault lets the first of these roles open; only a social worker keeps what they open.
      let opener = try vault.roles(as: session).first {
        [.intake, .socialWorker, .lead].contains($0)
      }
      if let handle {
        let member = try vault.owner(named: handle, as: session)
        return (member, member != session.member, opener)
      }
      return (opener == .socialWorker ? session.member : nil, false, opener)
    } catch { throw .vault(error) }
  }

  /// Whoever is named as the first owner can be it: asked before a form is filled in vain.
  public func checkFirstOwner(
    _ handle: String, as session: borrowing Session
  ) throws(CaseworkError) {
    _ = try firstOwner(handle, session)
  }

  /// The form `case` also has the closure, which nobody fills at the beginning.
  private func refuseClosure(_ form: CheckedForm) throws(CaseworkError) {
    let early = form.values.keys.compactMap { book[$0] }.filter {
      $0.form == "case" && $0.entity != EntityDefinition.caseNumber
    }
    guard early.isEmpty else {
      throw .form(
        early.map { FieldFault(field: $0.qualifiedName, fault: .unknownField) }
          .sorted { $0.field < $1.field })
    }
  }
}
