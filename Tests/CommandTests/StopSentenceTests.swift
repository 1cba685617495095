import Testing
import Vault

@testable import Casework
@testable import safekeep

/// What a refusal says of what is missing: what somebody records, what still runs, and what nobody records
/// but what has to come about.
@Suite struct StopSentenceTests {
  private let book: RuleBook

  init() throws { book = try RuleBook.builtIn() }

  private func said(_ names: [StopName], _ words: any Words) -> (text: String, hint: String?) {
    var stop = RuleStop(.missing, .state, nil, names: names)
    stop.entry = 7
    let fault = Fault.stopped(stop)
    return (fault.sentence?(words) ?? "", fault.hint?(words))
  }

  private func field(_ name: String) throws -> StopName { .field(try #require(book[name])) }

  @Test func aFieldIsRecorded() throws {
    let found = said([try field("reintegration.return_danger")], Vietnamese())
    #expect(
      found.text
        == "không được phép: trước hết phải ghi nhận: Có căn cứ cho rằng có thể gặp nguy hiểm không?; đã ghi vào nhật ký, mục số 7"
    )
    #expect(found.hint == Vietnamese().remedy(.missing))
  }

  @Test func aConditionIsNot() throws {
    let closing: [StopName] = [
      try field("closure.closure_reason"), .clock(try #require(book.clocks["stay"])),
      .condition(.consentsClosed),
    ]
    let found = said(closing, English())
    #expect(found.text.contains("this has to be recorded first: "))
    #expect(found.text.contains("these time limits still run: Stay in a facility"))
    #expect(found.text.contains("this is not so yet: every consent has ended or was withdrawn"))
    #expect(said(closing, Vietnamese()).text.contains("điều kiện sau chưa đạt: mọi sự đồng ý"))
  }

  /// Nobody is sent to record what nobody records.
  @Test(arguments: [
    RuleCondition.Special.noOpenClock, .consentsClosed, .transferAccepted,
    .wasStatus(["identified", "reintegration"]),
  ]) func theRemedyIsOneThatCanBeFollowed(_ what: RuleCondition.Special) {
    for words in [English() as any Words, Vietnamese()] {
      let found = said([.condition(what)], words)
      #expect(found.hint == words.remedy(what))
      #expect(found.hint != words.remedy(.missing))
      #expect(found.hint?.contains("safekeep ") == true)
    }
  }

  @Test func quotedFormsAreOne() {
    for language in Language.allCases where language == .vietnamese {
      for reason in StopReason.allCases {
        let all = [language.words.stopped(reason), language.words.remedy(reason) ?? ""]
        #expect(!all.contains { $0.contains("của bạn") || $0.contains(" bạn") }, "\(reason)")
      }
    }
  }
}
