import Casework
import Vault

/// A page of a case as a report.
struct PageReport {
  private let page: CasePage
  private let words: any Words
  private let cells: FieldCells
  private let due: DueReport

  init(_ page: CasePage, _ book: RuleBook, _ words: any Words) {
    self.page = page
    self.words = words
    cells = FieldCells(book: book, words: words)
    due = DueReport(words: words, calendar: book.calendar)
  }

  var report: Report {
    Report(
      fields: [.init("case", words.label(.caseCode), .text(page.code.text))]
        + page.fields.filter { $0.definition.name != "case_code" }.map(field) + closing,
      groups: page.records.map(group) + page.next.map(next), lists: lists, notes: notes)
  }

  /// A step that the file goes on with: whose it is, by which rule, and what is missing for it.
  private func next(_ step: NextStep) -> Report.Group {
    let rule = step.rule
    func names(_ fields: [FieldDefinition]) -> Cell {
      .list(
        fields.map { field in
          .code(
            field.qualifiedName, label: field.citation.mark(words.name(field.label), in: words))
        })
    }
    var fields: [Report.Field] = [
      .init("to", words.stepTo, .code(rule.to, label: words.status(rule.to))),
      .init("who", words.label(.roles), .text(words.roles(rule.takers))),
    ]
    if !rule.second.isEmpty {
      fields.append(.init("second", words.stepSecond, .text(words.roles(rule.approvers))))
    }
    // What nobody sees is missing or not, nothing can be said of.
    if !step.missing.isEmpty || step.unseen.isEmpty {
      fields.append(.init("missing", words.label(.missing), names(step.missing)))
    }
    if !step.unseen.isEmpty {
      fields.append(.init("unseen", words.stepUnseen, names(step.unseen)))
    }
    fields.append(
      .init(
        "rule", words.ruleLabel,
        .text(rule.citation.mark(words.cited(rule.citation), in: words))))
    fields.append(
      .init(
        "check", words.stepCheck, .text("case step \(page.code.text) \(rule.to) --dry-run")))
    return Report.Group(
      key: "next", isMany: true, title: words.nextStep(words.name(rule.label)), fields: fields)
  }

  private var lists: [Report.List] {
    var lists: [Report.List] = []
    if !page.clocks.isEmpty {
      lists.append(due.list(page.clocks, title: words.clocksTitle))
    }
    if !page.pending.isEmpty {
      lists.append(
        Report.List(
          "pending", title: words.pendingTitle,
          columns: [
            .init("entry", words.label(.entry)), .init("act", words.label(.act)),
            .init("asked_for", words.stepTo),
          ],
          rows: page.pending.map { ask in
            [
              .integer(ask.entry), .text(ask.act.rawValue),
              asked(ask),
            ]
          }, ifEmpty: ""))
    }
    if !page.hidden.isEmpty { lists.append(.hidden(page.hidden, words)) }
    if !page.emergencies.isEmpty {
      lists.append(
        .emergencies(
          page.emergencies.map { ($0.emergency, $0.asker) }, reasons: cells.emergencyReasons, words)
      )
    }
    return lists
  }

  /// The status that is asked for, the dates that are to be corrected, or until when a stay is to go on.
  private func asked(_ ask: PendingAsk) -> Cell {
    if ask.act == .clockMoved {
      let dates = DateCorrection.fields(in: ask.subject, cells.book)
      let codes = dates.map(\.definition.qualifiedName).joined(separator: ",")
      return .code(codes, label: dates.told(in: words))
    }
    if ask.act == .retract, case .record(_, let kind) = ErasureSubject(text: ask.subject)?.part,
      let entity = cells.book.entity(kind)
    {
      return .code(entity.name, label: words.name(entity.label))
    }
    guard ask.act == .stayExtend, let wanted = StayExtension(ask.subject) else {
      return .code(ask.subject, label: words.status(ask.subject))
    }
    return .date(wanted.until.text)
  }

  private func field(_ field: PageField) -> Report.Field {
    Report.Field(
      field.definition.name, words.name(field.definition.label), cells.cell(field))
  }

  private func group(_ record: PageRecord) -> Report.Group {
    let name = Report.Field("record", words.recordName, .text(record.name))
    return Report.Group(
      key: record.entity.name, isMany: record.entity.isMany,
      title: words.name(record.entity.label),
      // Only one of several has to be told from the others, to be corrected.
      fields: (record.entity.isMany ? [name] : []) + record.fields.map(field))
  }

  /// Said with the result, so that a program sees as well what it did not get.
  private var closing: [Report.Field] {
    var fields: [Report.Field] = []
    if !page.restricted.isEmpty {
      fields.append(
        .init(
          "restricted", words.restricted,
          .list(page.restricted.map { .named($0, words) })))
    }
    if !page.sealed.isEmpty {
      fields.append(
        .init(
          "sealed", words.sealedLabel,
          .list(page.sealed.map { .code($0.name, label: words.fieldClass($0.name)) })))
    }
    if !page.ungiven.isEmpty { fields.append(.ungiven(page.ungiven, words)) }
    fields += Report.Field.outgrown(page.outgrown, words)
    if !page.kept.isEmpty {
      fields.append(
        .init(
          "kept", words.keptFields,
          .list(page.kept.map { .code($0.qualifiedName, label: words.name($0.label)) })))
    }
    return fields + Report.Field.missing(page.missing, words) + drafts + rules
      + due.daysOff(page.clocks) + due.corrected(page.clocks)
      + coming + [
        .init("entry", words.label(.entry), .integer(page.entry))
      ]
  }

  /// The commands that go on with them.
  private var drafts: [Report.Field] {
    guard !page.drafts.isEmpty else { return [] }
    let commands = page.drafts.map { draft in
      let verb = draft.form == "referral" ? "draft" : "record"
      let record = draft.record.map { " --record \(RecordName.text($0.bytes))" } ?? ""
      return Cell.text("\(draft.form) \(verb) \(page.code.text)\(record)")
    }
    return [.init("drafts", words.draftsWaiting, .list(commands))]
  }

  /// Under which rules the case is held.
  private var rules: [Report.Field] {
    guard let rules = page.rules else { return [] }
    return [
      .init("rules_of", words.rulesOf, .date(rules.day.text)),
      .init("rules", words.rulesInForce, .integer(rules.adopted)),
    ]
  }

  /// From which day the person is of age.
  private var coming: [Report.Field] {
    guard let age = page.age else { return [] }
    var fields: [Report.Field] = [.init("of_age_from", words.ofAgeFrom, .date(age.from.text))]
    if age.unconfirmed > 0 {
      fields.append(
        .init("consents_to_confirm", words.consentsToConfirm, .integer(age.unconfirmed)))
    }
    if !age.toTell.isEmpty {
      fields.append(
        .init("to_tell", words.toTellLabel, .list(age.toTell.map { .recipient($0, words) })))
    }
    return fields
  }

  /// What follows from it.
  private var ageNotes: [String] {
    guard let age = page.age else { return [] }
    return (age.isCategoryDue ? [words.categoryAgain] : [])
      + (age.unconfirmed > 0 ? [words.confirmConsents(age.unconfirmed)] : [])
      + (age.toTell.isEmpty ? [] : [words.tellOfAge])
  }

  private var notes: [String] {
    let classes = page.restricted.map(\.name).joined(separator: ", ")
    let sealed = page.sealed.map { words.fieldClass($0.name) }.joined(separator: ", ")
    let unseen = page.unseen.map { words.name($0.label) }.joined(separator: ", ")
    return (classes.isEmpty ? [] : [words.hiddenClasses(classes)])
      + (sealed.isEmpty ? [] : [words.sealedForOthers(sealed)])
      + (page.ungiven.isEmpty ? [] : [words.classesNotGiven(page.ungiven)])
      + (page.unreadSince.map { [words.unreadSince(entry: $0)] } ?? [])
      + page.outgrown.map { words.emergencyOutgrown($0.entry, $0.fieldClass.name) }
      + (unseen.isEmpty ? [] : [words.keptUnseen(unseen)])
      + page.hidden.notes(of: page.code, in: words) + ageNotes
      + due.daysOffNote(page.clocks) + [
        words.read(entry: page.entry)
      ]
  }
}

extension Report.Field {
  /// Classes of which nobody has given the member the key.
  static func ungiven(_ classes: [FieldClass], _ words: any Words) -> Report.Field {
    .init(
      "classes_not_given", words.classesNotGivenLabel, .list(classes.map { .named($0, words) }))
  }

  /// Classes that emergencies of the member open no more in all they say; nothing where there are none.
  static func outgrown(
    _ emergencies: [OutgrownEmergency], _ words: any Words
  ) -> [Report.Field] {
    guard !emergencies.isEmpty else { return [] }
    let cells = emergencies.map { Cell.named($0.fieldClass, words) }
    return [.init("emergency_outgrown", words.emergencyOutgrownLabel, .list(cells))]
  }

  /// What the next steps will ask for, each with what must be said beside it; nothing where nothing is.
  static func missing(_ fields: [FieldDefinition], _ words: any Words) -> [Report.Field] {
    guard !fields.isEmpty else { return [] }
    let cells = fields.map { field in
      Cell.code(
        field.qualifiedName, label: field.citation.mark(words.name(field.label), in: words))
    }
    return [.init("missing", words.label(.missing), .list(cells))]
  }
}

extension Cell {
  /// The code first: it is what `--class` takes.
  fileprivate static func named(_ fieldClass: FieldClass, _ words: any Words) -> Cell {
    let (code, label) = (fieldClass.name, words.fieldClass(fieldClass.name))
    return .code(code, label: code == label ? code : "\(code) (\(label))")
  }
}

extension Words {
  /// By their names in the language of the person: the codes would be taken for something to type.
  func classesNotGiven(_ classes: [FieldClass]) -> String {
    notGiven(classes.map { fieldClass($0.name) }.joined(separator: ", "))
  }
}
