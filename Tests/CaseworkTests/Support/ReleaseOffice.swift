import Testing
import Vault

@testable import Casework

/// An office with police and legal aid in it, for whatever is given out of a case.
struct ReleaseOffice {
  let office: CaseOffice

  private static let made = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("health", .healthStaff), ("police", .police),
      ("legal", .legalAid), ("other", .legalAid), ("auditor", .auditor),
    ])
  }

  /// One office for all suites: joining it takes seconds.
  static func shared() throws -> ReleaseOffice { ReleaseOffice(office: try made.get()) }

  // MARK: Cases

  /// A case of the social worker's, of a person born in a year.
  func opened(born year: String = "1999") throws -> CaseCode {
    try office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: [
          "full_name": "Lò Thị Mây", "birth_date": year, "entry_path": "self_report",
          "phone": "0901234567",
        ]), as: session
      ).code
    }
  }

  func record(
    _ form: String, _ values: [String: FieldInput], _ code: CaseCode, by handle: String = "social",
    correcting record: RecordID? = nil
  ) throws {
    try office.act(handle) { casework, session in
      _ = try casework.record(
        form, FormInput(values), of: code, correcting: record, as: session)
    }
  }

  /// The records of a kind, oldest first.
  func records(
    _ entity: String, _ form: String, _ code: CaseCode, by handle: String = "social"
  ) throws -> [PageRecord] {
    try office.act(handle) { casework, session in
      try casework.show(form, of: code, for: .careManagement, as: session).records.filter {
        $0.entity.name == entity
      }
    }
  }

  func newest(
    _ entity: String, _ form: String, _ code: CaseCode, by handle: String = "social"
  ) throws -> RecordID {
    try #require(try records(entity, form, code, by: handle).last?.id)
  }

  // MARK: Consents

  static let consent: [String: FieldInput] = [
    "giver": .text("self"), "purpose": .text("legal_aid"), "recipient": .text("legal"),
    "fields": .list(["person.full_name", "person.birth_date"]), "given_at": .text(given),
    "how": .text("written"), "language": .text("vie"), "expires_at": .text("2027-01-31"),
  ]

  static let given = "2026-09-20T09:00+07:00"

  /// Records a consent, changed in some answers; an empty one takes an answer away.
  func consent(
    _ changes: [String: FieldInput] = [:], _ code: CaseCode
  ) throws -> RecordID {
    try make("consent", Self.consent.merging(changes) { $1 }, code)
  }

  /// Records one more of what is called as its form, and tells which it is.
  func make(
    _ form: String, _ answers: [String: FieldInput], _ code: CaseCode
  ) throws -> RecordID {
    try office.act("social") { casework, session in
      _ = try casework.record(form, FormInput(answers), of: code, as: session)
      let page = try casework.show(form, of: code, for: .careManagement, as: session)
      return try #require(page.records.last { $0.entity.name == form }?.id)
    }
  }

  // MARK: Representatives

  static let byRepresentative: [String: FieldInput] = ["giver": .text("representative")]

  @discardableResult
  func representative(
    _ answers: [String: FieldInput], _ code: CaseCode
  ) throws -> RecordID {
    try record(
      "person",
      ["representative.name": .text("Lò Văn Bố"), "representative.basis": .text("parent")]
        .merging(answers) { $1 }, code)
    return try newest("representative", "person", code)
  }

  func given(
    by representative: RecordID, _ more: [String: FieldInput] = [:]
  ) -> [String: FieldInput] {
    Self.byRepresentative.merging(
      ["representative_ref": .text(Hexadecimal.text(representative.bytes))]
    ) { $1 }.merging(more) { $1 }
  }

  /// Why something was stopped, with the entry of it; nil where it was not.
  func stop(_ body: () throws -> Void) throws -> RuleStop? { try office.stop(body) }

  // MARK: Requests

  static let received = "2026-09-18T09:00+07:00"

  func request(
    _ kind: String, _ changes: [String: FieldInput] = [:], _ code: CaseCode
  ) throws -> RecordID {
    var answers: [String: FieldInput] = [
      "kind": .text(kind), "received": .text(Self.received), "requester": .text("self"),
      "identity_check": .text("đối chiếu căn cước"), "safe_answer": .text("đưa tận tay"),
    ]
    answers.merge(changes) { $1 }
    return try make("request", answers, code)
  }

  /// Answers one to see the data as it is answered: with the page.
  func answerByPage(_ request: RecordID, _ code: CaseCode) throws {
    try office.act("social") { casework, session in
      let page = try casework.pageForPerson(request, of: code, as: session)
      _ = try casework.answer(
        request, FormInput(texts: ["answer": "trang in"]), on: page, of: code, as: session)
    }
  }

  // MARK: Giving

  func share(
    _ names: [String], _ code: CaseCode, with handle: String = "legal", on basis: ReleaseBasis,
    purpose: String? = "legal_aid", until: String = "2026-12-31", by giver: String = "social"
  ) throws {
    let day = try #require(try PartialDate(until).exactDay)
    try office.act(giver) { casework, session in
      _ = try casework.share(
        Casework.Sharing(names, with: handle, until: day, on: basis, purpose: purpose), of: code,
        for: .legal, as: session)
    }
  }

  /// Whether somebody reads a field of a case.
  func reads(_ name: String, _ code: CaseCode, by handle: String) throws -> Bool {
    try office.act(handle) { casework, session in
      let field = try #require(casework.book[name]?.id)
      let id = try casework.id(of: code)
      return try !casework.vault.mayRead([field], of: id, for: .legal, as: session).isEmpty
    }
  }

  func assign(_ handle: String, to code: CaseCode) throws {
    try office.act("lead") { casework, session in
      _ = try casework.assign(handle, to: code, owner: false, as: session)
    }
  }

  func version(of code: CaseCode) throws -> UInt64 {
    try office.act("social") { casework, session in
      try casework.look(
        at: casework.id(of: code), casework.book.ids(["case.status"]), as: session
      ).version
    }
  }

  /// Whether the whole log verifies.
  func sound() throws -> Bool {
    try office.act("lead") { casework, session in
      try casework.vault.verifyLog(as: session).findings.isEmpty
    }
  }

  /// The acts in the log since an entry, with the entry that gives the right.
  func acts(since entry: Int) throws -> [(act: String, by: Int?, outcome: String, seq: Int)] {
    var found: [(act: String, by: Int?, outcome: String, seq: Int)] = []
    try office.act("auditor") { casework, session in
      _ = try casework.vault.log(from: entry, limit: 1_000_000, as: session) { line in
        found.append((line.act, line.by, line.outcome, line.seq))
      }
    }
    return found
  }
}
