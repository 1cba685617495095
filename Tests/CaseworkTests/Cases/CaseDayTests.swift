import Foundation
import Testing
import Vault

@testable import Casework

/// A working day at Casework's door, each test with a case of its own.
@Suite(.serialized) struct CaseDayTests {
  private static let office = Result { try CaseOffice() }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private static let arrival: [String: String] = [
    "entry_path": "rescued", "receiving_unit": "26734", "received_at": "2026-09-20T08:30+07:00",
    "preferred_language": "vie", "safe_contact": "Chỉ gọi buổi sáng, không để lại lời nhắn",
    "full_name": "Nguyễn Thị Hoà", "birth_date": "17/05/2004", "sex": "female",
    "personal_id": "079304001234", "ethnicity": "Kinh",
  ]

  private func open(
    _ texts: [String: String] = arrival, as handle: String = "social", owner: String? = nil
  ) throws -> CaseCode {
    try office.act(handle) { casework, session in
      try casework.openCase(FormInput(texts: texts), owner: owner, as: session).code
    }
  }

  // MARK: Opening

  @Test func whoOpensSeesWhatQueuesNeed() throws {
    let code = try open()
    let page = try office.act("social") { casework, session in
      try casework.show(nil, of: code, for: nil, as: session)
    }
    #expect(page["case.case_code"] == .text(code.text))
    #expect(page["case.status"] == .text("received"))
    #expect(page["case.legal_regime"] == .text("L53_2024"))
    #expect(page["case.received_at"] == .dateTime("2026-09-20T08:30+07:00"))
    #expect(page.fields.first { $0.definition.name == "owner" }?.handle == "social")
    #expect(
      page.missing.map(\.name) == [
        "health_agency_notified_at", "person_category", "limits_explained_at",
      ])
  }

  @Test func everyFieldOfTheFirstFormsIsWritten() throws {
    let code = try open(["entry_path": "hotline111"])
    let page = try office.act("social") { casework, session in
      try casework.show(
        "person", of: code, classes: [.sensitive], for: .careManagement, as: session)
    }
    #expect(page["person.full_name"] == .absent(.notAsked))
    #expect(page["person.phone"] == .absent(.notAsked))
    #expect(page["person.ethnicity"] == .absent(.notAsked))
    #expect(page["person.paper_ref"] == .absent(.notAsked))
    let arrival = try office.act("social") { casework, session in
      try casework.show(nil, of: code, for: nil, as: session)
    }
    // Nobody gave a time, so it is now.
    #expect(arrival["case.received_at"] == arrival["case.opened_at"])
  }

  @Test func birthYearAndSexAreDepositedForHealthStaff() throws {
    let code = try open()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    let page = try office.act("health") { casework, session in
      try casework.show("health", of: code, classes: [.clinical], for: .treat, as: session)
    }
    #expect(page["care.care_birth_year"] == .integer(2004))
    #expect(page["care.care_sex"] == .text("female"))
  }

  @Test func aStatisticianSeesCoarseFactsAlone() throws {
    let code = try open()
    let items = try office.facts(of: code)
    #expect(items.contains("month=2026-09"))
    #expect(items.contains("age=18-29"))
    #expect(items.contains("path=rescued"))
    #expect(!items.joined().contains("2004"))
    let why = try office.refusal("count") { casework, session in
      _ = try casework.show("person", of: code, for: .operations, as: session)
    }
    #expect(why == "class")
  }

  @Test func intakeKeepsNoIdentityOfAMinor() throws {
    let minor = try open(
      ["entry_path": "rescued", "full_name": "Lò Thị Mai", "birth_date": "2012"], as: "intake")
    let unknown = try open(["entry_path": "rescued", "full_name": "Không rõ"], as: "intake")
    let adult = try open(
      ["entry_path": "rescued", "full_name": "Trần Văn An", "birth_date": "1990"], as: "intake")
    for code in [minor, unknown] {
      let why = try office.refusal("intake") { casework, session in
        _ = try casework.show("person", of: code, classes: [.identity], for: nil, as: session)
      }
      #expect(why == "class")
    }
    let page = try office.act("intake") { casework, session in
      try casework.show("person", of: adult, for: nil, as: session)
    }
    #expect(page["person.full_name"] == .text("Trần Văn An"))
  }

  @Test func intakeMayNameTheFirstOwner() throws {
    let code = try open(as: "intake", owner: "other")
    let page = try office.act("other") { casework, session in
      try casework.show(
        "reception", of: code, classes: [.safety], for: .careManagement, as: session)
    }
    #expect(
      page["reception.safe_contact"] == .text("Chỉ gọi buổi sáng, không để lại lời nhắn"))
    #expect(throws: CaseworkError.self) { try open(as: "intake", owner: "ghost") }
  }

  @Test func aFormWithFaultsOpensNothing() throws {
    let before = try office.act("nobody") { casework, session in
      try casework.list(as: session).cases.count
    }
    #expect(
      throws: CaseworkError.form([
        FieldFault(field: "birth_date", fault: .impossibleDate),
        FieldFault(field: "case_code", fault: .notForTyping),
        FieldFault(field: "nickname", fault: .unknownField),
        FieldFault(field: "sex", fault: .unknownCode),
      ])
    ) {
      try open(
        [
          "birth_date": "31/02/2004", "case_code": "K7M-2QX-9T8", "nickname": "x", "sex": "f",
        ], as: "nobody")
    }
    let after = try office.act("nobody") { casework, session in
      try casework.list(as: session).cases.count
    }
    #expect(before == 0 && after == 0)
  }

  // MARK: Stages

  @Test func supportIsRecordedAndReadBack() throws {
    let code = try open()
    let recorded = try office.act("social") { casework, session in
      try casework.record(
        "support",
        FormInput([
          "regime": .text("b"), "item": .text("Khám ban đầu"), "quantity": .text("2.5"),
          "delivered_at": .text("21/09/2026 14:05"), "provider": .state("declined"),
        ]), of: code, as: session)
    }
    #expect(recorded.deposited.isEmpty)
    let page = try office.act("lead") { casework, session in
      try casework.show("support", of: code, for: nil, as: session)
    }
    #expect(page["support_item.regime"] == .text("b"))
    // Nobody has set the category, so the program says that it was given before that.
    #expect(page["support_item.before_category"] == .bool(.yes))
    #expect(page["support_item.quantity"] == .decimal("2.5"))
    #expect(page["support_item.delivered_at"] == .dateTime("2026-09-21T14:05+07:00"))
    #expect(page["support_item.provider"] == .absent(.declined))
    #expect(page["support_item.loan_ref"] == .absent(.notAsked))
    #expect(page.entry > recorded.entry)
  }

  @Test func oneOfManyRecordsIsCorrectedByItsName() throws {
    let code = try open()
    for name in ["Nguyễn Văn Ba", "Trần Thị Bốn"] {
      try office.act("social") { casework, session in
        _ = try casework.record(
          "person", FormInput(texts: ["kin.name": name, "kin.relation": "parent"]), of: code,
          as: session)
      }
    }
    let page = try office.act("social") { casework, session in
      try casework.show("person", of: code, for: nil, as: session)
    }
    #expect(
      Set(page.values("kin.name")) == [.text("Nguyễn Văn Ba"), .text("Trần Thị Bốn")])
    let first = try #require(
      page.records.first { $0.fields.contains { $0.value == .text("Nguyễn Văn Ba") } })
    try office.act("social") { casework, session in
      _ = try casework.record(
        "person", FormInput(texts: ["kin.safe_to_contact": "no"]), of: code,
        correcting: PageRecord.id(named: first.name), as: session)
    }
    let corrected = try office.act("social") { casework, session in
      try casework.show("person", of: code, for: nil, as: session)
    }
    let now = try #require(corrected.records.first { $0.id == first.id })
    #expect(now.fields.first { $0.definition.name == "name" }?.value == .text("Nguyễn Văn Ba"))
    #expect(now.fields.first { $0.definition.name == "safe_to_contact" }?.value == .bool(.no))
    #expect(corrected.records.count == page.records.count)
  }

  @Test func healthStaffWriteWhatSocialWorkersDoNotRead() throws {
    let code = try open()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    try office.act("health") { casework, session in
      let asked = try casework.fieldsToAsk("health", of: code, as: session)
      #expect(asked.contains { $0.qualifiedName == "vital.allergies" })
      let recorded = try casework.record(
        "health",
        FormInput([
          "allergies": .text("penicillin"), "injuries": .text("Bầm tím cổ tay"),
          "health_flag": .text("follow_up"), "diagnoses": .list(["S60.2"]),
        ]), of: code, as: session)
      // The flag is for the social worker.
      #expect(recorded.deposited == [.support])
      let page = try casework.show(
        "health", of: code, classes: [.clinical, .vital], for: .treat, as: session)
      #expect(page["vital.allergies"] == .text("penicillin"))
      #expect(page["health.diagnoses"] == .list(["S60.2"]))
      #expect(page["health.health_flag"] == nil)
    }
    try office.act("social") { casework, session in
      let page = try casework.show("health", of: code, for: nil, as: session)
      #expect(page["health.health_flag"] == .text("follow_up"))
      #expect(page["health.injuries"] == nil)
      // What nobody but health staff could open is not offered.
      #expect(page.restricted.isEmpty)
    }
    let why = try office.refusal("social") { casework, session in
      _ = try casework.show(
        "health", of: code, classes: [.clinical], for: .careManagement, as: session)
    }
    #expect(why == "class")
    let writing = try office.refusal("social") { casework, session in
      _ = try casework.record(
        "health", FormInput(texts: ["injuries": "x"]), of: code, as: session)
    }
    #expect(writing == "class")
  }

  @Test func aRestrictedClassIsShownOnAskingWithAPurpose() throws {
    let code = try open()
    try office.act("social") { casework, session in
      let page = try casework.show("reception", of: code, for: nil, as: session)
      #expect(page["reception.safe_contact"] == nil)
      #expect(page.restricted == [.safety])
    }
    let why = try office.refusal("social") { casework, session in
      _ = try casework.show("reception", of: code, classes: [.safety], for: nil, as: session)
    }
    #expect(why == "purpose")
  }

  @Test func whoHasNothingToDoWithItIsRefusedAndRecorded() throws {
    let code = try open()
    for handle in ["other", "health"] {
      let why = try office.refusal(handle) { casework, session in
        _ = try casework.show("person", of: code, for: .careManagement, as: session)
      }
      #expect(why == "not_assigned")
    }
    let auditor = try office.refusal("auditor") { casework, session in
      _ = try casework.show(nil, of: code, for: nil, as: session)
    }
    #expect(auditor == "role")
    let missing = #expect(throws: CaseworkError.self) {
      try office.act("lead") { casework, session in
        _ = try casework.show(nil, of: .makeRandom(), for: nil, as: session)
      }
    }
    guard case .vault(.caseNotFound) = missing else {
      Issue.record("another error")
      return
    }
  }

  // MARK: Queues

  @Test func theLeadAssignsFromTheQueue() throws {
    let code = try open(as: "intake")
    try office.act("lead") { casework, session in
      let queue = try casework.list(.unowned, as: session)
      #expect(queue.cases.contains { $0.code == code.text })
      _ = try casework.assign("other", to: code, owner: true, as: session)
    }
    try office.act("other") { casework, session in
      let queue = try casework.list(as: session)
      #expect(queue.cases.first { $0.code == code.text }?.ownerHandle == "other")
      let page = try casework.show("person", of: code, for: nil, as: session)
      #expect(page["person.full_name"] == .text("Nguyễn Thị Hoà"))
    }
    // Handed over.
    let why = try office.refusal("intake") { casework, session in
      _ = try casework.show("person", of: code, for: nil, as: session)
    }
    #expect(why == "not_assigned")
  }
}
