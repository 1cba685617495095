public import Vault

/// What is shown of a case: as far as was asked for and may be seen, and what is not shown.
public struct CasePage: Equatable, Sendable {
  public let code: CaseCode
  /// The entry of the log that says that somebody looked.
  public let entry: Int
  /// Fields of the case itself, in the order of the rule book.
  public let fields: [PageField]
  /// Records by kind, in the order of the rule book; of one kind in the order in which they were made.
  public internal(set) var records: [PageRecord]
  /// Restricted classes of these forms that this member could ask for, with a purpose.
  public let restricted: [FieldClass]
  /// Classes of this form that are sealed for others; only where the page is of one form.
  public let sealed: [FieldClass]
  /// Classes of which something here, or on asking for it, lies under keys that nobody has given this member.
  public private(set) var ungiven: [FieldClass] = []
  /// Where there are any: the entry since which nobody may have the keys of them any more.
  public private(set) var unreadSince: Int?
  /// Emergencies of this member that open something of these forms no more.
  public private(set) var outgrown: [OutgrownEmergency] = []
  /// Fields of these forms that the person keeps from somebody, whoever that is.
  public let kept: [FieldDefinition]
  /// The clocks that run, soonest first; only where the page is of a whole case.
  public let clocks: [DueLine]
  /// What waits for a second person; only where the page is of a whole case.
  public let pending: [PendingAsk]
  /// What the next step will ask for and nobody has given; only where the page is of a whole case.
  public let missing: [FieldDefinition]
  /// The steps that the file goes on with; only where the page is of a whole case.
  public private(set) var next: [NextStep] = []
  /// What the eighteenth birthday of the person brings; nil where nothing, or where it cannot be read.
  public let age: ComingOfAge?
  /// Who broke the glass of this case, for its owner and the leads; only where the page is of a whole case.
  public private(set) var emergencies: [ShownEmergency] = []
  /// What this member began to type into a form of the case and left; only where the page is of a whole
  /// case.
  public private(set) var drafts: [WaitingDraft] = []
  /// Entries of these forms that were taken back and wait: none of what they say stands on the page.
  public private(set) var hidden: [HiddenEntry] = []
  /// Whether somebody may have recorded what starts or ends a limit and was not counted.
  private(set) var doubt: DueCount.Doubt?
  /// Under which rules the case is held; where the page is of a whole case, or of its support.
  public private(set) var rules: CaseRules?
}

extension CasePage {
  /// Those of them that do not stand on this page. Whether anything was recorded of them it does not say.
  public var unseen: [FieldDefinition] {
    let seen = Set((fields + records.flatMap(\.fields)).map(\.definition))
    return kept.filter { !seen.contains($0) }
  }

  /// The fields of these names of which anything was recorded, each once.
  func given(_ names: Set<String>) -> [FieldDefinition] {
    let found = records.flatMap(\.fields).filter {
      names.contains($0.definition.qualifiedName) && $0.value != .absent(.notAsked)
    }
    return Set(found.map(\.definition)).sorted { $0.id < $1.id }
  }

  func telling(of emergencies: [ShownEmergency]) -> CasePage {
    var page = self
    page.emergencies = emergencies
    return page
  }

  func telling(of next: [NextStep]) -> CasePage {
    var page = self
    page.next = next
    return page
  }

  func telling(of ungiven: [FieldClass], unreadSince entry: Int?) -> CasePage {
    var page = self
    (page.ungiven, page.unreadSince) = (ungiven, entry)
    return page
  }

  func telling(of outgrown: [OutgrownEmergency]) -> CasePage {
    var page = self
    page.outgrown = outgrown
    return page
  }

  func telling(of drafts: [WaitingDraft]) -> CasePage {
    var page = self
    page.drafts = drafts
    return page
  }

  func telling(of hidden: [HiddenEntry]) -> CasePage {
    var page = self
    page.hidden = hidden
    return page
  }

  func telling(of doubt: DueCount.Doubt?) -> CasePage {
    var page = self
    page.doubt = doubt
    return page
  }

  func telling(of rules: CaseRules) -> CasePage {
    var page = self
    page.rules = rules
    return page
  }

  /// The page with other values in fields of its records.
  func replacingFields(_ value: (RecordID, PageField) -> PageField) -> CasePage {
    var page = self
    page.records = records.map { record in
      PageRecord(
        id: record.id, entity: record.entity, fields: record.fields.map { value(record.id, $0) })
    }
    return page
  }

  /// The page without some fields of its records.
  func without(_ names: Set<String>) -> CasePage {
    var page = self
    page.records = records.compactMap { record in
      let fields = record.fields.filter { !names.contains($0.definition.qualifiedName) }
      return fields.isEmpty
        ? nil : PageRecord(id: record.id, entity: record.entity, fields: fields)
    }
    return page
  }
}
