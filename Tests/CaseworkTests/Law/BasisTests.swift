import Testing
import Vault

@testable import Casework

/// A provision is a basis for those whom it names, and for nobody else.
@Suite struct BasisTests {
  private static let day = "2026-09-21"

  /// A file of a path, a category and a birth year.
  private func file(_ path: String, _ more: [String: FieldValue] = [:]) throws -> CaseRecords {
    let book = Book.builtIn
    var values: [UInt16: [FieldID: FieldValue]] = [:]
    let all = more.merging(["case.entry_path": .text(path)]) { $1 }
    for (name, value) in all {
      let field = try Book.field(name)
      values[field.entity, default: [:]][field.id] = value
    }
    return CaseRecords(
      values.map { CaseRecords.Record(id: nil, entity: $0, values: $1) }, book: book)
  }

  private func stop(
    _ provision: String, _ act: BasisRule.Act, _ records: CaseRecords, to roles: [Role]? = nil,
    for purpose: String? = nil, on day: String = BasisTests.day
  ) throws -> RuleStop? {
    let today = try #require(try PartialDate(day).exactDay)
    return BasisCheck(records: records, today: today).stop(
      provision, act, to: roles, for: purpose)
  }

  // MARK: For whom

  @Test(arguments: [
    ("L53_27_1", "self_report", "rescued"), ("L53_28_1", "rescued", "self_report"),
    ("L53_30", "returned", "foreigner"), ("L53_31_1", "foreigner", "returned"),
    ("L53_31_3", "foreigner", "rescued"), ("L53_31_5", "foreigner", "self_report"),
  ]) func ofAFileOfItsPath(_ provision: String, _ path: String, _ other: String) throws {
    #expect(try stop(provision, .referral, file(path)) == nil)
    let refused = try #require(try stop(provision, .referral, file(other)))
    #expect(refused.reason == .provisionOtherCase && refused.obstacle == .consent)
    #expect(refused.citation?.text.hasPrefix("Law 53/2024 Art. ") == true)
    #expect(refused.names.first?.text == "case.entry_path")
    // Nobody has said yet: that is no yes.
    #expect(try stop(provision, .referral, CaseRecords([], book: Book.builtIn)) != nil)
  }

  @Test func aForeignerIsOneByCategoryToo() throws {
    let known: [String: FieldValue] = ["case.person_category": .text("foreigner")]
    #expect(try stop("L53_31_3", .share, file("self_report", known), to: [.police]) == nil)
  }

  /// A child is under 16 (Law on Children 102/2016 Art. 1): of whoever is older a release needs consent.
  @Test(arguments: [("2015", true), ("2010-01", false), ("2009", false), ("1999", false)])
  func relativesAreToldOfAChild(_ born: String, _ isChild: Bool) throws {
    let records = try file("self_report", ["person.birth_date": .date(born)])
    let stop = try stop("L53_27_5_relatives", .referral, records)
    #expect((stop == nil) == isChild)
    if !isChild { #expect(stop?.names.map(\.text) == ["child"]) }
  }

  // MARK: To whom, what for, how

  @Test func toWhomItNames() throws {
    let records = try file("self_report")
    #expect(try stop("L53_27_2", .share, records, to: [.police]) == nil)
    let other = try #require(try stop("L53_27_2", .share, records, to: [.legalAid]))
    #expect(other.reason == .provisionOtherRecipient && other.names.map(\.text) == ["police"])
    // Who is outside shows no role.
    #expect(try stop("L53_27_2", .referral, records, to: nil, for: "verification") == nil)
  }

  @Test func forWhatItIsFor() throws {
    let records = try file("self_report")
    let other = try #require(
      try stop("L53_27_2", .referral, records, to: [.police], for: "research"))
    #expect(other.reason == .provisionOtherPurpose)
    #expect(other.names.map(\.text) == ["verification"])
    #expect(try stop("L91_19_1_a", .share, records, for: "livelihood") != nil)
  }

  @Test func byWhatItAllows() throws {
    let records = try file("self_report")
    for (provision, act) in [
      ("L53_27_5_relatives", BasisRule.Act.share), ("L53_27_5_relatives", .transfer),
      ("L53_27_2", .transfer), ("L91_19_1_a", .transfer),
    ] {
      #expect(try stop(provision, act, records)?.reason == .provisionOtherAct, "\(provision)")
    }
    // Not before it was law.
    #expect(try stop("L53_27_2", .share, records, to: [.police], on: "2025-06-30") != nil)
  }

  /// Every provision of the list is one for something.
  @Test func everyProvisionHasARow() throws {
    let list = try #require(Book.builtIn.codeLists["release_provision"])
    for code in list.codes {
      #expect(Book.builtIn.bases.contains { $0.basis == code.code }, "\(code.code)")
    }
  }

  // MARK: A table with a fault

  private func reason(_ old: String, _ new: String) throws -> RuleFault.Reason? {
    do {
      _ = try RuleBook(Book.edited(.bases, old, new))
      return nil
    } catch CaseworkError.rules(let fault) {
      #expect(fault.table == .bases)
      return fault.reason
    }
  }

  @Test func whatATableMayNotSay() throws {
    let row = "L53_27_2,share,police,,verification,"
    for (new, expected): (String, RuleFault.Reason) in [
      ("L99_1,share,police,,verification,", .unknownCode("L99_1")),
      ("L53_27_2,lend,police,,verification,", .badCell(column: "act")),
      ("L53_27_2,share,nobody,,verification,", .unknownRole("nobody")),
      ("L53_27_2,share,police,,gossip,", .unknownCode("gossip")),
      ("L53_27_2,share,police,,verification;,", .badCell(column: "purposes")),
      ("L53_27_2,share,police,,verification;verification,", .badCell(column: "purposes")),
      ("L53_27_2,share,police,@grown,verification,", .badCell(column: "when")),
      // Not everybody who gives something sees that.
      ("L53_27_2,share,police,person.ethnicity,verification,", .badCell(column: "when")),
      ("L53_27_2,referral,police,,verification,", .duplicate("L53_27_2/referral/")),
    ] { #expect(try reason(row, new) == expected, "\(new)") }
  }
}
