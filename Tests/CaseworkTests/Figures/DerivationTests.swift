import Sealing
import Testing
import Vault

@testable import Casework

/// Every declared derivation: of what is kept nothing is left in what was made from it.
@Suite struct DerivationTests {
  private let book: RuleBook
  private let now: Moment
  private let fields: [FieldDefinition]

  init() throws {
    book = try RuleBook.builtIn()
    let book = book
    fields = book.factFields.union(book.clockFields).compactMap { book[$0] }
    now = try Moment("2026-11-30T08:00:00+07:00")
  }

  /// Two answers to a question that differ; nil for what has no second one.
  private func answers(_ field: FieldDefinition) -> [FieldValue] {
    if let list = field.codes, let all = book.codeLists[list]?.codes, all.count > 1 {
      let codes = [all[0].code, all[1].code]
      return codes.map { field.isMany ? .list([$0]) : .text($0) }
    }
    return switch field.type {
    case .date: [.date("1950-01-02"), .date("2012-03-04")]
    case .datetime: [.dateTime("2026-09-20T08:00+07:00"), .dateTime("2026-11-21T08:00+07:00")]
    case .int: [.integer(1), .integer(2)]
    case .bool3: [.bool(.yes), .bool(.no)]
    case .ref:
      [.bytes([UInt8](repeating: 1, count: 16)), .bytes([UInt8](repeating: 2, count: 16))]
    default: [.text("ISL"), .text("KHM")]
    }
  }

  /// A file in which all that the facts are made from is told, but for one field.
  private func file(_ chosen: FieldID, _ value: FieldValue?) -> CaseRecords {
    var values: [UInt16: [FieldID: FieldValue]] = [:]
    for field in fields {
      values[field.entity, default: [:]][field.id] =
        field.id == chosen ? value : answers(field).first
    }
    let entry = book["case.status"].map { $0.id }
    if let entry { values[EntityDefinition.caseNumber]?[entry] = .text("closed") }
    return CaseRecords(
      values.sorted { $0.key < $1.key }.map { entity, values in
        let isMany = book.entity(entity)?.isMany ?? false
        return CaseRecords.Record(
          id: isMany ? RecordID(bytes: [UInt8](repeating: 7, count: 16)) : nil, entity: entity,
          values: values)
      }, book: book)
  }

  @Test func noFactIsMadeFromWhatIsWithheld() {
    var telling: Set<String> = []
    for source in book.factSources.sorted() {
      guard let field = book[source] else { continue }
      let files = (answers(field).map(Optional.some) + [nil]).map { file(source, $0) }
      let open = files.map { Set(CaseFacts($0, at: now).items) }
      let shut = files.map { CaseFacts($0, at: now, without: [source]).items }
      #expect(Set(shut).count == 1, "\(field.qualifiedName)")
      if Set(open).count > 1 { telling.insert(field.qualifiedName) }
    }
    // They do tell something where nothing is withheld: else this would hold of anything.
    let known: Set = [
      "person.sex", "person.birth_date", "event.country", "identification.purpose",
      "identification.decided_at", "support_item.delivered_at", "measure.from",
      "verification.initial_check_at",
    ]
    #expect(telling.isSuperset(of: known), "\(known.subtracting(telling).sorted())")
  }

  /// Whoever could be kept from a source, and reads the class in which its copy lies, is kept from the copy.
  @Test func everyCopyFollowsForEveryoneWhoReadsIt() throws {
    for one in Derivation.copies {
      let (source, copy) = (try #require(book[one.source]), try #require(book[one.copy]))
      for role in Role.allCases where !role.isBlind {
        let reads = book.holdings(of: role).contains { $0.access(to: copy.fieldClass).mayRead }
        #expect(book.copies(of: source, for: role).contains(copy) == reads, "\(role) \(one.copy)")
      }
      #expect(book.sources(of: copy.id) == [source])
    }
    let sex = try #require(book["person.sex"])
    #expect(book.copies(of: sex, for: .healthStaff).count == 1)
  }

  /// All that is written at the opening of a case without having been asked for, but for when and by whom, is a
  /// declared derivation.
  @Test func whatIsDepositedAtTheOpeningIsDeclared() throws {
    let told: [FieldID: FieldValue] = [
      try #require(book["person.sex"]).id: .text("female"),
      try #require(book["person.birth_date"]).id: .date("1999"),
      try #require(book["person.full_name"]).id: .text("Lò Thị Ví Dụ"),
    ]
    let opening = CaseDraft(told, book: book, now: now).opening(
      code: .makeRandom(), owner: nil, isElse: false)
    let written = opening.records.flatMap(\.fields).filter { field, value in
      told[field] == nil && value != .absent(.notAsked)
        && book[field]?.name != "entered_at" && book[field]?.fieldClass != .facts
    }.compactMap { book[$0.key]?.qualifiedName }
    #expect(Set(written) == Set(Derivation.copies.map(\.copy)))
  }

  /// Facts of before a restriction may say what is kept by now: the next who writes them writes them without it, also
  /// where nothing else of them changes.
  @Test func factsOfBeforeFollowWithTheNextWrite() throws {
    let field = try #require(book["person.sex"])
    func form(_ withheld: Set<FieldID>) -> CheckedChanges {
      let look = CaseLook(
        id: CaseID(.makeRandom()), records: file(field.id, .text("female")), version: 1, entry: 1,
        readable: Set(book.fields.map(\.id)), withheld: withheld)
      return CheckedChanges(changes: CaseChanges(), look: look, now: now)
    }
    #expect(form([]).restated == nil)
    let change = try #require(form([field.id]).restated)
    guard case .list(let items) = change.fields.values.first else {
      Issue.record("no list")
      return
    }
    #expect(items.contains("sex=withheld"))
  }
}
