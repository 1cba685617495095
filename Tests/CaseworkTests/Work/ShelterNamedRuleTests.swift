import Testing
import Vault

@testable import Casework

/// The place where somebody is hidden stands in its own fields, and in none that papers and lists show.
@Suite struct ShelterNamedRuleTests {
  private static let place = "Nhà Bình Yên 7"

  private static func stop(
    _ form: String, _ answers: [String: String], on file: [String: String]
  ) throws -> RuleStop? {
    let regime = form == "support" ? ["support_item.regime": "a"] : [:]
    return try FormBench.stop(
      form, answers.merging(regime) { $1 },
      on: [
        [
          "case.status": "identified", "case.person_category": "victim_vn",
          "identification.decided_at": "2026-11-02",
        ].merging(file) { $1 }
      ])
  }

  @Test(arguments: ["stay.stay_facility", "protection.shelter"])
  func anOpenFieldDoesNotNameIt(_ known: String) throws {
    for (form, field) in [("support", "support_item.provider"), ("rescue", "rescue.handover_to")] {
      for text in [Self.place, "nha binh yen 7", "Cơ sở Nhà Bình Yên 7, tỉnh X"] {
        let stop = try #require(
          try Self.stop(form, [field: text], on: [known: Self.place]), "\(text)")
        #expect(stop.reason == .shelterInOpenField && stop.names.map(\.told) == [field])
      }
      #expect(try Self.stop(form, [field: "Ủy ban nhân dân xã"], on: [known: Self.place]) == nil)
      // A name of one syllable is part of too many others, and is told by itself.
      #expect(try Self.stop(form, [field: "Sở Y tế An Giang"], on: [known: "An"]) == nil)
      #expect(try Self.stop(form, [field: "An"], on: [known: "An"]) != nil)
    }
  }

  /// Where it was recorded before the place was, whoever records the place hears of it.
  @Test func whatStoodThereBefore() throws {
    let notes = try FormBench.check(
      "protection", ["protection.shelter": Self.place],
      on: [["case.status": "identified", "support_item.provider": Self.place]]
    ).notes
    #expect(notes.contains { $0.reason == .shelterInOpenField })
  }

  /// Recorded first, or by who does not see the place: it leaves with no referral all the same.
  @Test func itGoesToNobodyOutside() throws {
    let answers = [
      "referral.referral_to": "Cơ sở B", "referral.purpose": "shelter",
      "referral.provision": "L53_27_5_facility", "referral.fields": "support_item.provider",
    ]
    let file = ["case.status": "identified", "stay.stay_facility": Self.place]
    func stop(_ provider: String) throws -> RuleStop? {
      try FormBench.stop(
        "referral", answers, on: [file.merging(["support_item.provider": provider]) { $1 }])
    }
    let found = try #require(try stop("Cơ sở Nhà Bình Yên 7"))
    #expect(found.reason == .shelterInOpenField)
    #expect(found.names.map(\.told) == ["support_item.provider"])
    #expect(try stop("Sở Y tế") == nil)
  }

  /// In words at length it is told and not refused, and goes out no more than anywhere else, but to the place itself.
  @Test func inFreeWords() throws {
    let file = ["case.status": "identified", "stay.stay_facility": Self.place]
    let written = "cháu học nghề tại nhà bình yên 7 từ thứ hai"
    let checked = try FormBench.check("support", ["plan.actions": written], on: [file])
    #expect(checked.notes.contains { $0.reason == .shelterInOpenField })
    func stop(_ field: String, to office: String) throws -> RuleStop? {
      try FormBench.stop(
        "referral",
        [
          "referral.referral_to": office, "referral.purpose": "shelter",
          "referral.provision": "L53_27_5_facility", "referral.fields": field,
        ], on: [file.merging([field: written]) { $1 }])
    }
    for field in ["plan.actions", "plan.goals", "reintegration.follow_up_notes"] {
      #expect(try stop(field, to: "Cơ sở B")?.reason == .shelterInOpenField, "\(field)")
      #expect(try stop(field, to: "Trường cạnh Nhà Bình Yên 7") != nil, "\(field)")
      #expect(try stop(field, to: "Nhà Bình Yên 7, tỉnh X") == nil, "\(field)")
    }
  }

  /// Of a kind of which a file has one record alone no record has a name: it is kept off papers all the same.
  @Test func inTheOneRecordOfItsKind() throws {
    let found = LawOffice.file([
      [
        "stay.stay_facility": Self.place, "rescue.handover_to": Self.place,
        "reintegration.follow_up_notes": "gặp tại Nhà Bình Yên 7",
      ]
    ])
    let file = CaseRecords(
      found.records.map { record in
        CaseRecords.Record(
          id: found.book.entity(record.entity)?.isMany == true ? record.id : nil,
          entity: record.entity, values: record.values)
      }, book: found.book)
    let names = ShelterNames(file)
    for name in ["reintegration.follow_up_notes", "rescue.handover_to"] {
      #expect(names.hides(name, of: .makeRandom(), in: file.book), "\(name)")
    }
    #expect(!names.hides("stay.stay_facility", of: .makeRandom(), in: file.book))
  }
}
