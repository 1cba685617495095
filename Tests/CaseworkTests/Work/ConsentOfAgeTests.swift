import Testing
import Vault

@testable import Casework

/// What a representative agreed to counts no longer when the person is of age and has not confirmed it: whoever was given
/// something on it is listed and told, and nothing more is done on it.
@Suite struct ConsentOfAgeTests {
  private static let id = Array(repeating: "01", count: 16).joined()
  private static let consent = [
    "consent.giver": "representative", "consent.given_at": "2026-09-20T09:00+07:00",
    "consent.expires_at": "2027-12-31", "person.birth_date": "2008-12-05",
    "case.received_at": "2026-09-20T08:00+07:00",
  ]
  private static let release = [
    "release.consent_ref": id, "release.released_to": "Sở Y tế B", "release.fields": "identity",
  ]
  private static let referral = ["referral.consent_ref": id, "referral.state": "accepted"]

  private static func file(
    _ more: [String: String] = [:], beside: [[String: String]] = [release]
  ) -> [[String: String]] { [consent.merging(more) { $1 }] + beside }

  private static func clock(
    _ file: [[String: String]], at now: String
  ) throws -> CaseClock? {
    try LawOffice.clock("consent_of_age_tell", LawOffice.file(file), at: now)
  }

  @Test func aLimitBeginsWithTheBirthday() throws {
    #expect(try Self.clock(Self.file(), at: "2026-12-04T23:00+07:00") == nil)
    let clock = try #require(try Self.clock(Self.file(), at: "2026-12-05T08:00+07:00"))
    #expect(clock.start.dayInVietnam.text == "2026-12-05" && clock.end == nil)
    #expect(clock.deadline?.lastDay.text == "2026-12-25")
    // It is known before, so that the list of what is due has it on that day without anybody's doing.
    let now = try Moment(FormBench.now)
    let items = DueReckoning(FormBench.book).items(LawOffice.file(Self.file()), known: [], at: now)
    let item = try #require(items.first { $0.clock == "consent_of_age_tell" })
    #expect(item.standing(clock.rule, at: now) == nil)
    #expect(item.standing(clock.rule, at: try Moment("2026-12-06T08:00+07:00"))?.isOpen == true)
  }

  @Test(arguments: [
    ["consent.giver": "self"], ["consent.confirmed_at": "2026-12-05T09:00+07:00"],
    ["consent.expires_at": "2026-12-04"], ["person.birth_date": "[declined]"],
  ]) func nobodyIsToldOfWhatGoesOn(_ more: [String: String]) throws {
    #expect(try Self.clock(Self.file(more), at: "2026-12-20T08:00+07:00") == nil)
  }

  @Test(arguments: ["recipients_told_at", "withdrawn_at", "ended_at"])
  func itEndsWithTheTelling(_ name: String) throws {
    let told = ["consent." + name: "2026-12-06T09:00+07:00"]
    #expect(try Self.clock(Self.file(told), at: "2026-12-20T08:00+07:00")?.end != nil)
    // Nobody was given anything.
    #expect(try Self.clock(Self.file(beside: []), at: "2026-12-20T08:00+07:00") == nil)
  }

  private static func told(
    _ at: String, on file: [[String: String]]
  ) throws -> CheckedChanges {
    try FormBench.check(
      "consent", ["consent.recipients_told_at": at], on: file, correcting: 0,
      at: "2026-12-07T12:00+07:00")
  }

  private static func stop(_ at: String, on file: [[String: String]]) throws -> RuleStop? {
    do {
      _ = try told(at, on: file)
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  @Test func withTheTellingOpenReferralsStop() throws {
    let file = Self.file(beside: [Self.release, Self.referral])
    let form = try Self.told("2026-12-07T09:00+07:00", on: file)
    #expect(form.ending?.referrals.count == 1 && form.ending?.recipients == [])
    #expect(form.written("referral.state") == .text("revoked"))
    // The consent stands, for the person to confirm.
    #expect(form.written("consent.ended_at") == nil)
    let early = try Self.stop("2026-12-04T09:00+07:00", on: file)
    #expect(early?.reason == .tooEarly && early?.names.map(\.told) == ["person.birth_date"])
    #expect(early?.citation?.text == "Law 91/2025 Art. 24(2)")
    let nobody = try Self.stop("2026-12-07T09:00+07:00", on: Self.file(beside: []))
    #expect(nobody?.reason == .consentFixed)
    let child = Self.file(["person.birth_date": "2012"], beside: [Self.release])
    #expect(try Self.stop("2026-12-07T09:00+07:00", on: child)?.reason == .consentFixed)
  }

  /// What was given anew after the person confirmed is told of anew.
  @Test func aLaterWithdrawalIsToldAgain() throws {
    func ended(_ more: [String: String]) throws -> FieldValue? {
      let told = ["consent.recipients_told_at": "2026-12-06T09:00+07:00"].merging(more) { $1 }
      var (form, _) = try FormBench.form("consent", [:], on: Self.file(told))
      let records = form.look.records
      let record = try #require(records.records(of: "consent").first)
      _ = form.end(
        Consent(record: record, records: records), try #require(record.id),
        form.book.values(["consent.withdrawn_at": .dateTime("2026-12-20T09:00+07:00")]))
      return form.written("consent.recipients_told_at")
    }
    #expect(try ended(["consent.confirmed_at": "2026-12-08T09:00+07:00"]) == .absent(.notAsked))
    #expect(try ended([:]) == nil)
  }

  @Test func theFileNamesWhoIsToBeTold() throws {
    func toTell(_ more: [String: String], on day: String) throws -> [String]? {
      ComingOfAge(LawOffice.file(Self.file(more)), on: try LawOffice.day(day))?.toTell
    }
    #expect(try toTell([:], on: "2026-12-04") == [])
    #expect(try toTell([:], on: "2026-12-05") == ["Sở Y tế B"])
    let told = ["consent.recipients_told_at": "2026-12-06T09:00+07:00"]
    #expect(try toTell(told, on: "2026-12-07") == [])
  }
}
