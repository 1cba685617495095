import AuditLog

/// The erasure of a part of a case, as its entry states it: for the examiner, and for a restore.
struct StatedErasure: Hashable {
  let fieldClass: FieldClass
  /// Nil where the whole class went.
  let field: UInt32?
  /// The largest version of the field that was kept: what is older is to be nowhere.
  let least: UInt64
  /// Whether it was done again in what was restored.
  private var isReplay: Bool

  /// Nil for any other entry; that of a whole case names no class.
  init?(_ entry: Entry) {
    guard entry.out == .ok, entry.gen != nil else { return nil }
    self.init(naming: entry)
  }

  /// What a restore could not do again, because the case does not open with its custody: stated as failed, so that a
  /// later restore, in which it opens, does it.
  init?(carried entry: Entry) {
    guard entry.out == .failed, entry.kind == ErasureReplay.kind else { return nil }
    self.init(naming: entry)
  }

  private init?(naming entry: Entry) {
    guard entry.act == Act.caseErase,
      let number = entry.class.flatMap(UInt16.init(exactly:)),
      let fieldClass = FieldClass(rawValue: number)
    else { return nil }
    self.fieldClass = fieldClass
    field = entry.restrictedField
    let prefix = field.map { Entry.fieldCode($0) + ":" }
    least =
      (entry.fields ?? []).compactMap { code in
        prefix.flatMap { code.hasPrefix($0) ? UInt64(code.dropFirst($0.count)) : nil }
      }.max() ?? 0
    isReplay = entry.kind == ErasureReplay.kind
  }

  /// Whether the wraps of what is left stayed, and are only due for others: in a restore nobody is there who
  /// could seal it anew. Of a whole class nothing is left, but of the one that restrictions are recorded in.
  var keepsWraps: Bool { isReplay && (field != nil || fieldClass == .support) }

  /// The same, done again in what is restored.
  var inRestore: StatedErasure {
    var again = self
    again.isReplay = true
    return again
  }

  /// As an entry names it: the field without a version, and the largest that was kept.
  var codes: Set<String> {
    guard let field else { return [] }
    let kept = least > 0 ? [Entry.fieldCode(field, version: least)] : []
    return Set([Entry.fieldCode(field)] + kept)
  }

  var part: ErasedPart { field.map { .history(FieldID($0)) } ?? .fieldClass(fieldClass) }
}
