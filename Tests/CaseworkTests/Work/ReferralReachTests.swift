import Testing
import Vault

@testable import Casework

/// Drafts that could never reach whom they name are refused at once, with the rule and what would make it right.
@Suite(.serialized) struct ReferralReachTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func draft(
    _ fields: [String], to handle: String = "", _ code: CaseCode,
    calling office: String = "Bệnh viện tỉnh"
  ) throws -> RuleStop? {
    let consent = try desk.consent(
      [
        "recipient": .text(handle.isEmpty ? office : handle), "fields": .list(fields),
        "sensitive_told": .text("yes"),
      ], code)
    return try desk.stop {
      try desk.office.act("social") { casework, session in
        _ = try casework.draft(
          FormInput([
            "referral_to": .text(handle.isEmpty ? office : handle), "receiver": .text(handle),
            "purpose": .text("legal_aid"), "fields": .list(fields),
            "consent_ref": .text(Hexadecimal.text(consent.bytes)),
            "written_request_ref": .text("sổ 4, trang 2"),
          ]), of: code, as: session)
      }
    }
  }

  /// What the field table keeps from the colleague's role goes to them by a referral as little as by a share.
  @Test func aReferralGivesNoRoleMoreThanItsOwn() throws {
    let code = try desk.opened()
    let stop = try desk.stop {
      try desk.office.act("social") { casework, session in
        _ = try casework.draft(
          FormInput([
            "referral_to": .text("police"), "receiver": .text("police"),
            "purpose": .text("verification"), "provision": .text("L53_27_2"),
            "fields": .list(["person.full_name", "person.phone"]),
          ]), of: code, as: session)
      }
    }
    #expect(stop?.reason == .notOfRole && stop?.names.map(\.told) == ["person.phone"])
    #expect(try desk.records("referral", "referral", code).isEmpty)
    // The person may have it so: by name it goes.
    #expect(try draft(["person.full_name", "person.phone"], to: "police", code) == nil)
  }

  /// Who is a social worker too reads by an assignment, or not at all: copies are given to the other role.
  @Test func anotherRoleMakesNoMoreOfACopy() throws {
    let (phone, name) = (try Book.field("person.phone"), try Book.field("person.full_name"))
    let member = try #require(MemberID(bytes: Array(repeating: 7, count: 16)))
    let colleague = Recipient.Colleague(
      member: member, handle: "hai", roles: [.police, .socialWorker],
      given: [.police: [.identity], .socialWorker: []])
    #expect(!colleague.reads(phone) && colleague.reads(name))
    #expect(colleague.takes == [.identity])
  }

  /// Nobody who drafts or sends holds them.
  @Test(arguments: ["vital.allergies", "health.injuries", "vital.pregnancy"])
  func healthFieldsAreNotReferred(_ field: String) throws {
    let code = try desk.opened()
    for handle in ["", "health", "legal"] {
      let stop = try #require(try draft([field], to: handle, code), "\(handle)")
      #expect(stop.reason == .healthNotReferred && stop.names.map(\.text) == [field])
      #expect(stop.citation != nil)
    }
    #expect(try desk.records("referral", "referral", code).isEmpty)
  }

  @Test(arguments: [("auditor", "person.full_name"), ("legal", "protection.risk_level")])
  func whoseRoleIsGivenNothing(_ handle: String, _ field: String) throws {
    let stop = try #require(try draft([field], to: handle, try desk.opened()))
    #expect(stop.reason == .cannotReceive && stop.names.map(\.text) == [field])
  }

  @Test func whatThePersonKeepsFromAnOfficeOrARole() throws {
    let code = try desk.opened()
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.full_name", from: nil, FormInput(texts: ["excluded_unit": "Bệnh viện tỉnh"]),
        of: code, as: session)
      _ = try casework.restrict(
        "person.birth_date", from: .legalAid, FormInput([:]), of: code, as: session)
    }
    #expect(try draft(["person.full_name"], code)?.reason == .keptFromOffice)
    #expect(try draft(["person.full_name"], code, calling: "Bệnh viện huyện") == nil)
    #expect(try draft(["person.birth_date"], to: "legal", code)?.reason == .keptFromOffice)
    #expect(try draft(["person.full_name"], to: "legal", code) == nil)
  }

  /// Kept from the role, it goes to no body outside that does the work of the role: by its name, or by a provision that is
  /// for that role alone.
  @Test func whatIsKeptFromARoleGoesToNoneOfItOutside() throws {
    let code = try desk.opened()
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.full_name", from: .police, FormInput(texts: ["reason": "sợ bị tìm thấy"]), of: code,
        as: session)
    }
    for office in ["Công an tỉnh Lào Cai", "phong canh sat hinh su", "CÔNG AN XÃ"] {
      let stop = try #require(try draft(["person.full_name"], code, calling: office), "\(office)")
      #expect(stop.reason == .keptFromOffice && stop.names.map(\.told) == ["person.full_name"])
    }
    #expect(try draft(["person.full_name"], code, calling: "Bệnh viện Công Anh") == nil)
    func verify(_ office: String, _ fields: [String]) throws -> RuleStop? {
      try desk.stop {
        try desk.office.act("social") { casework, session in
          _ = try casework.draft(
            FormInput([
              "referral_to": .text(office), "purpose": .text("verification"),
              "provision": .text("L53_27_2"), "fields": .list(fields),
            ]), of: code, as: session)
        }
      }
    }
    #expect(try verify("Cơ quan điều tra", ["person.full_name"])?.reason == .keptFromOffice)
    #expect(try verify("Cơ quan điều tra", ["person.sex"]) == nil)
  }
}
