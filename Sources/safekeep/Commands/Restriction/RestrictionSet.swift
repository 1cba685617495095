import ArgumentParser
import Casework
import Vault

/// `safekeep restriction set CASE --field ENTITY.FIELD --role ROLE|--office`: this field not for that role
/// or office. Field and role are codes; the reason and the name of an office are asked for, or come from a
/// file.
struct RestrictionSet: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .restrictionSet,
    example: """
      safekeep restriction set K7M-2QX-9T8 --field person.phone --role police \\
          --from reason.json --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionRestrictedField }, "field")) var field: String
  @Option(help: .of({ $0.optionExcludedRole }, "role"), completion: .roles)
  var role: String?
  @Flag(help: .of { $0.optionExcludedOffice }) var office = false
  @Option(help: .of({ $0.optionExcludedCard }, "file"), completion: .file()) var card: String?
  @OptionGroup var source: FormSource
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "restriction set CASE")
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let excluded = try excluded()
    let card = try card.map(CardOption.read)
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let done: Done = try desk.withCasework { casework, session in
      let input = try given ?? ask(desk, casework, code, excluded, session)
      let set = try Self.restricting {
        try casework.restrict(field, from: excluded, input, card: card, of: code, as: session)
      }
      let definition = casework.book[field]
      let others = set.restricted.endedWith.sorted().compactMap { casework.book[$0]?.label }
      return Done(
        set: set, label: definition?.label, fieldClass: definition?.fieldClass, others: others,
        followed: set.restricted.definitions(in: casework.book))
    }
    try desk.show(report(done, excluded, code, desk.words))
    try Desk.checkOverwritten(done.set.restricted.leftover)
  }

  /// Where nobody would be left to read the field, nobody is to be suspended for it.
  private static func restricting(_ body: () throws -> KeptField) throws(Fault) -> KeptField {
    do { return try Fault.doing(.writing, body) } catch {
      guard error.isOf(reason: "last_reader") else { throw error }
      throw error.hinted { $0.restrictedToNobodyHint }
    }
  }

  /// - Throws: 64 unless exactly one of role and office is meant, and for a role that reads no case.
  private func excluded() throws(Fault) -> Role? {
    guard office != (role != nil), card == nil || office else { throw .roleOrOffice }
    guard let role else { return nil }
    guard let found = Role(rawValue: role), !found.isBlind else { throw .unknownReader }
    return found
  }

  private func ask(
    _ desk: Desk, _ casework: Casework, _ code: CaseCode, _ excluded: Role?,
    _ session: borrowing Session
  ) throws -> FormInput {
    let dialogue = FormDialogue(desk, casework)
    let page = try casework.glance(of: code, for: desk.purpose(asking: false), as: session)
    try dialogue.confirm(page)
    return try dialogue.ask(
      casework.fieldsToRestrict(from: excluded, by: card != nil), adding: Restriction.entity)
  }

  private struct Done {
    var set: KeptField
    /// What the rule book calls the field.
    var label: RuleLabel?
    var fieldClass: FieldClass?
    /// What else was in the shares that ended.
    var others: [RuleLabel]
    /// What was derived from it and is kept with it.
    var followed: [FieldDefinition]
  }

  private func report(
    _ done: Done, _ excluded: Role?, _ code: CaseCode, _ words: any Words
  ) -> Report {
    let (set, ending) = (done.set.restricted, done.set.ending)
    let name = done.label.map(words.name) ?? field
    var notes = [words.restrictionSet(field: name, code: code.text, entry: set.entry)]
    if !done.followed.isEmpty {
      notes.append(
        words.keptWithIt(done.followed.map { words.name($0.label) }.joined(separator: ", ")))
    }
    if let note = emergencyNote(excluded, done.fieldClass, words) { notes.append(note) }
    if set.restatesFacts { notes.append(words.figuresWithout(name)) }
    if !set.isSealed { notes.append(words.sealedByNextHolder) }
    if !set.isFindable { notes.append(words.nobodyFoundBy(name)) }
    if set.endedExcerpts > 0 { notes.append(words.excerptsEnded(set.endedExcerpts)) }
    if !done.others.isEmpty {
      notes.append(words.sharedAnew(done.others.map(words.name).joined(separator: ", ")))
    }
    notes += ending.notes(in: words)
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init("record", words.recordName, .text(RecordName.text(set.record.bytes))),
        .init("field", words.restrictedField, .code(field, label: name)),
        .init("excluded", words.keptFrom, .excluded(excluded, words)),
      ] + (excluded == nil ? ending.fields(in: words) : set.fields(of: done.followed, in: words))
        + [
          .init("entry", words.label(.entry), .integer(set.entry))
        ], notes: notes + [words.next("restriction show \(code.text)")])
  }
}

extension RestrictionSet {
  /// What becomes of it where the role opens an emergency: whoever gives the class hands over what they hold, the keys of
  /// restricted fields among it; where they are kept from the field too, nobody has its key to give.
  private func emergencyNote(
    _ excluded: Role?, _ fieldClass: FieldClass?, _ words: any Words
  ) -> String? {
    guard let excluded, let fieldClass, fieldClass != .operations, fieldClass != .facts
    else { return nil }
    let isGivenByLead = Emergency.giver(of: fieldClass) == .lead
    switch excluded {
    case .lead: return isGivenByLead ? words.keptInEmergency : nil
    case .duty: return isGivenByLead ? words.openInEmergency : words.keptInEmergency
    default: return nil
    }
  }
}

extension Cell {
  /// Who is excluded: a role by its code; of an office only that it is one.
  static func excluded(_ role: Role?, _ words: any Words) -> Cell {
    guard let role else { return .code("office", label: words.anOffice) }
    return .code(role.rawValue, label: words.role(role.rawValue))
  }
}

extension Fault {
  fileprivate static let roleOrOffice = Fault(.usage, reason: "role_or_office") { $0.roleOrOffice }

  /// Those whose role reads no case are kept from everything as it is.
  fileprivate static let unknownReader = Fault(.usage, reason: "unknown_role") {
    $0.notAChoice(Role.allCases.filter { !$0.isBlind }.map(\.rawValue).joined(separator: " "))
  }
}
