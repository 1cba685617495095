import Vault

/// What an entry of a case tells of, as far as a sentence for the person needs it.
struct AccessDeed {
  let act: String
  let kind: String?
  /// The act of the entry that it answers.
  let answered: String?
  /// Whom it was about.
  let subject: String?
  /// Whether a second person was asked to agree: a step that names the list of asks alone.
  let isAsk: Bool
  /// What was destroyed, where it was.
  let destroyed: DestroyedThing?
  /// Whether a restore did that, or tried to.
  let isOfRestore: Bool
  /// Whether another office did it, and here it was written down.
  let isTakenBack: Bool

  init(_ access: ReportedAccess) {
    (act, kind) = (access.line.act, access.line.kind)
    (answered, isAsk) = (access.answered, access.isAsk)
    subject = access.subject.map { Escaping.line($0.name) }
    (destroyed, isOfRestore) = (DestroyedThing(access), access.isOfRestore)
    isTakenBack = access.isTakenBack
  }

  init(
    _ act: String, kind: String? = nil, answered: String? = nil, subject: String? = nil,
    isAsk: Bool = false, destroyed: DestroyedThing? = nil, isOfRestore: Bool = false,
    isTakenBack: Bool = false
  ) {
    (self.act, self.kind, self.answered) = (act, kind, answered)
    (self.subject, self.isAsk) = (subject, isAsk)
    (self.destroyed, self.isOfRestore) = (destroyed, isOfRestore)
    self.isTakenBack = isTakenBack
  }

  /// Whether a file was not opened anew, but came from another office that handed it over.
  var isTakingOver: Bool { act == "record.create" && kind == "transfer" }

  /// Whether something was to be seen and not to be changed.
  var isLook: Bool {
    [
      "field.read", "print", "export", "audit.export", "audit.reveal", "list", "due",
      "evidence.list", "evidence.save",
    ].contains(act)
  }

  /// Whether a refusal because of a restriction is the person's own: in all else a rule of the work has to
  /// look at something that whoever acts does not see, and its entry gives the same code.
  var isOfPerson: Bool { Self.ofPerson.contains(act) }

  private static let ofPerson: Set<String> = [
    "field.read", "excerpt.give", "case.transfer", "print", "export", "evidence.list",
    "evidence.save",
  ]
}
