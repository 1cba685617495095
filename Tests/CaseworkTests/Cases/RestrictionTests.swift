import Foundation
import Testing
import Vault

@testable import Casework

/// What the person keeps from somebody, in the words of the casework: which field, from whom, why, and what
/// is asked before anything goes out.
@Suite(.serialized) struct RestrictionTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("health", .healthStaff),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private static let arrival = [
    "entry_path": "rescued", "full_name": "Nguyễn Thị Hoà", "phone": "+84912345678",
  ]

  private func open() throws -> CaseCode {
    try office.act("social") { casework, session in
      try casework.openCase(FormInput(texts: Self.arrival), as: session).code
    }
  }

  @discardableResult
  private func restrict(
    _ name: String, from role: Role?, _ texts: [String: String] = [:], in code: CaseCode,
    as handle: String = "social"
  ) throws -> Restricted {
    try office.act(handle) { casework, session in
      try casework.restrict(
        name, from: role, FormInput(texts: texts), of: code, as: session
      ).restricted
    }
  }

  private func list(_ code: CaseCode, as handle: String = "social") throws -> CaseRestrictionList {
    try office.act(handle) { casework, session in
      try casework.restrictions(of: code, as: session)
    }
  }

  /// The Vault knows the records of restrictions by these numbers, and the rule book names them.
  @Test func theNumbersOfTheVaultAreThoseOfTheBook() throws {
    let book = try RuleBook.standard()
    #expect(book.entity(named: "restriction")?.number == Restriction.entity)
    #expect(book["restriction.lifted_at"]?.id == Restriction.liftedField)
  }

  @Test func thePageSaysWhatIsKeptAndNotWhatItHolds() throws {
    let code = try open()
    let set = try restrict("person.phone", from: .lead, ["reason": "Sợ lộ số"], in: code)
    #expect(set.isSealed)
    for (handle, seen) in [("lead", nil), ("social", FieldValue.text("+84912345678"))] {
      try office.act(handle) { casework, session in
        for form in ["person", nil] {
          let page = try casework.show(form, of: code, for: nil, as: session)
          #expect(page.kept.map(\.qualifiedName) == ["person.phone"], "\(handle)")
          if form != nil { #expect(page["person.phone"] == seen, "\(handle)") }
        }
        let other = try casework.show("reception", of: code, for: nil, as: session)
        #expect(other.kept.isEmpty)
      }
    }
  }

  /// Silence would be read as "no allergies": an emergency says what is kept of the class that it opens.
  @Test func anEmergencySaysWhatIsKeptOfItsClass() throws {
    let code = try open()
    try office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    try office.act("health") { casework, session in
      _ = try casework.record(
        "health", FormInput(["allergies": .text("penicillin")]), of: code, as: session)
    }
    try restrict("vital.allergies", from: .duty, in: code)
    try restrict("person.phone", from: .lead, in: code)
    try office.act("duty") { casework, session in
      let reason = try #require(casework.emergencyReasons.first)
      _ = try casework.openEmergency(
        .vital, of: code, because: reason, FormInput(texts: ["note": "ngạt thở"]), as: session)
    }
    let page = try office.act("duty") { casework, session in
      try casework.show(
        "health", of: code, classes: [.vital], for: .emergencyTreatment, as: session)
    }
    #expect(page.kept.map(\.qualifiedName) == ["vital.allergies"] && page.unseen == page.kept)
    #expect(page["vital.allergies"] == nil)
    let whole = try office.act("duty") { casework, session in
      try casework.show(
        nil, of: code, classes: [.vital], for: .emergencyTreatment, as: session)
    }
    #expect(whole.kept.map(\.qualifiedName) == ["vital.allergies"])
  }

  /// A lead may still record what they learn, and is told that it is sealed for others.
  @Test func whoIsExcludedRecordsForOthers() throws {
    let code = try open()
    try restrict("representative.suspect", from: .lead, in: code)
    let recorded = try office.act("lead") { casework, session in
      try casework.record(
        "person", FormInput(texts: ["suspect": "yes"]), of: code, as: session)
    }
    #expect(recorded.deposited == [.identity] && !recorded.isReadable)
    let page = try office.act("social") { casework, session in
      try casework.show("person", of: code, for: nil, as: session)
    }
    #expect(page["representative.suspect"] == .bool(.yes))
  }

  /// A restriction keeps something from somebody; it does not free them of the rules that look at it.
  @Test func aRestrictionDoesNotSwitchARuleOff() throws {
    let code = try open()
    let regime = FormInput(texts: ["regime": "k", "item": "x"])
    func record() throws -> RuleStop? {
      do {
        try office.act("social") { casework, session in
          _ = try casework.record("support", regime, of: code, as: session)
        }
        return nil
      } catch CaseworkError.stopped(let stop) { return stop }
    }
    #expect(try record()?.reason == .beforeCategory)
    try restrict("person.birth_date", from: .socialWorker, in: code)
    let stop = try record()
    #expect(stop?.reason == .notSeen && stop?.entry != nil)
    #expect(stop?.names.map(\.told) == ["person.birth_date"])
  }

  @Test func theListSaysWhoWhatSinceWhenAndWhy() throws {
    let code = try open()
    let phone = try restrict("person.phone", from: .lead, ["reason": "Sợ lộ số"], in: code)
    try restrict(
      "person.full_name", from: nil, ["excluded_unit": "Trạm y tế xã Hư Cấu"], in: code)
    var list = try list(code)
    #expect(list.restrictions.map(\.field.qualifiedName) == ["person.phone", "person.full_name"])
    #expect(list.restrictions.map(\.role) == [.lead, nil])
    #expect(list.restrictions.map(\.office) == [nil, "Trạm y tế xã Hư Cấu"])
    #expect(list.restrictions[0].since == phone.entry && list.restrictions[0].lifted == nil)
    let details = list.restrictions[0].details
    #expect(details.map(\.definition.name) == ["reason", "entered_at"])
    #expect(details.first?.value == .text("Sợ lộ số"))
    // Who is excluded reads why as well: only the field itself is kept from them.
    #expect(try self.list(code, as: "lead").restrictions == list.restrictions)
    let lifted = try office.act("social") { casework, session in
      try casework.liftRestriction(phone.record, of: code, as: session)
    }
    list = try self.list(code)
    #expect(list.restrictions[0].lifted == lifted.entry)
    #expect(
      list.restrictions[0].details.map(\.definition.name) == ["reason", "entered_at", "lifted_at"])
    // Since when it was kept is still told.
    #expect(list.restrictions[0].details[1] == details[1])
    #expect(list.restrictions[1].details.map(\.definition.name) == ["excluded_unit", "entered_at"])
    #expect(
      try office.refusal("health") { casework, session in
        _ = try casework.restrictions(of: code, as: session)
      } == "not_assigned")
  }

  /// Asked before anything goes out: names are typed by people, and to keep back too much is mended by a word.
  @Test func whatGoesOutAsksForTheOffice() throws {
    let code = try open()
    let book = try RuleBook.standard()
    let (phone, name) = (
      try #require(book["person.phone"]).id, try #require(book["person.full_name"]).id
    )
    try restrict("person.phone", from: nil, ["excluded_unit": "Công an xã Hư Cấu"], in: code)
    let set = try restrict("person.full_name", from: .police, in: code)
    var list = try list(code)
    for office in [
      "Công an xã Hư Cấu", "công an  xã hư cấu", "CONG AN XA HU CAU", "Công an xã Hư Cấu, tỉnh Mẫu",
      "Co\u{302}ng an xa\u{303} Hư Cấu", "Công an",
    ] {
      #expect(list.isRestricted(phone, forOffice: office), "\(office)")
      #expect(!list.isRestricted(name, forOffice: office), "\(office)")
    }
    #expect(!list.isRestricted(phone, forOffice: "Sở Y tế tỉnh Mẫu"))
    #expect(list.isRestricted(name, for: .police) && !list.isRestricted(name, for: .lead))
    _ = try office.act("social") { casework, session in
      try casework.liftRestriction(set.record, of: code, as: session)
    }
    list = try self.list(code)
    #expect(!list.isRestricted(name, for: .police))
  }

  @Test func whatIsWrongIsToldAndNothingIsWritten() throws {
    let code = try open()
    func faults(_ body: () throws -> Void) throws -> [String] {
      do { try body() } catch CaseworkError.form(let faults) { return faults.map(\.field) }
      return []
    }
    #expect(
      try faults { try restrict("person.nickname", from: .lead, in: code) } == ["person.nickname"])
    #expect(try faults { try restrict("person.phone", from: nil, in: code) } == ["excluded_unit"])
    #expect(
      try faults {
        try restrict("person.phone", from: .lead, ["excluded_unit": "x", "field": "y"], in: code)
      } == ["excluded_unit", "field"])
    for name in ["case.status", "restriction.reason"] {
      #expect(throws: CaseworkError.notRestrictable) { try restrict(name, from: .lead, in: code) }
    }
    #expect(
      try office.refusal("lead") { casework, session in
        _ = try casework.restrict(
          "person.phone", from: .police, FormInput(texts: [:]), of: code, as: session)
      } == "class")
    #expect(try list(code).restrictions.isEmpty)
  }

  /// A field of health, that a social worker may not read: kept from who reads it, all the same.
  @Test func aFieldThatTheWriterDoesNotRead() throws {
    let code = try open()
    _ = try office.act("duty") { casework, session in
      try casework.assign("health", to: code, owner: false, as: session)
    }
    _ = try office.act("health") { casework, session in
      try casework.record(
        "health", FormInput(texts: ["injuries": "Bầm tím cổ tay"]), of: code, as: session)
    }
    let set = try restrict("health.injuries", from: .healthStaff, in: code)
    #expect(!set.isSealed)
    #expect(try list(code).restrictions.map(\.isSealed) == [false])
    let page = try office.act("health") { casework, session in
      try casework.show("health", of: code, classes: [.clinical], for: .treat, as: session)
    }
    #expect(page.kept.map(\.qualifiedName) == ["health.injuries"])
    #expect(page["health.injuries"] == nil)
    #expect(try list(code).restrictions.map(\.isSealed) == [true])
  }
}
