import Foundation
import Testing

/// How the forms and the days of a life are written.
@Suite struct LifeAnswersTests {
  @Test func aFormIsAnObject() throws {
    let form = try LifeAnswers(
      "full_name: Lò Thị Ví Dụ; urgent_needs: [medical, shelter]\nreceived_at: 10/11/2026 08:30",
      of: "K7M-2QX-9T8")
    let object = try JSONSerialization.jsonObject(with: Data(form.json.utf8)) as? NSDictionary
    #expect(
      object == [
        "case": "K7M-2QX-9T8", "full_name": "Lò Thị Ví Dụ", "received_at": "10/11/2026 08:30",
        "urgent_needs": ["medical", "shelter"],
      ])
    #expect(try LifeAnswers("regime: a", of: nil).json == #"{"regime":"a"}"#)
  }

  @Test(arguments: ["regime", "regime: a; regime: b", ": a"])
  func whatIsNoFormIsNoticed(text: String) {
    #expect(throws: LifeAnswers.Malformed.self) { try LifeAnswers(text, of: nil) }
  }

  /// Half past midnight in Viet Nam is still the day before where the machine may stand.
  @Test func daysAreThoseOfVietNam() throws {
    let days = LifeDays(try Date("2026-02-28T17:30:00Z", strategy: .iso8601))
    #expect(days.filled("{+0} {-1 08:30} {+1}") == "01/03/2026 28/02/2026 08:30 02/03/2026")
    #expect(days.filled("{-12y}, {now}") == "2014, 01/03/2026 00:30")
    #expect(days.filled("{CASE}") == "{CASE}")
  }
}
