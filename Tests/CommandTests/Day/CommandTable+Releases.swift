/// The rows of what a person agreed to and asked, and of what is passed to others. `CONSENT`, `REFERRAL` and
/// `REQUEST` stand for the records that the day made last.
extension CommandTable {
  static let releases = consents + referrals + requests

  private static let consent =
    #"{"case":"CASE","giver":"self","purpose":"verification","recipient":"son","#
    + #""fields":["person.birth_date"],"given_at":"2026-05-24T07:25+07:00","how":"written","#
    + #""language":"vie","expires_at":"2099"}"#

  private static let consents = [
    CommandRow(
      "consent record",
      Step(
        "mai", "consent record CASE --from -", ["field.read ok", "consent.record ok"],
        input: consent),
      refused: Step(
        "binh", "consent record CASE --from -", ["consent.record denied"], input: consent,
        status: 77)),
    row("consent show", "consent show CASE", ["field.read ok"], "field.read denied"),
  ]

  /// Those that name a referral of the day, drafted anew for each that ends one.
  private static let referrals = [
    draft("referral draft"),
    CommandRow(
      "referral send",
      Step(
        "mai", "referral send CASE REFERRAL --until 31/12/2099 --for HLEGAL",
        [
          "field.read ok", "field.read ok", "field.read ok", "referral.send ok", "field.write ok",
          "excerpt.give ok",
        ]),
      refused: Step(
        "binh", "referral send CASE REFERRAL --for HLEGAL", ["field.read denied"], status: 77)),
    CommandRow(
      "referral receive",
      Step(
        "minh", "referral receive referral.file --card next.card --confirm NEXT",
        ["record.create/referral ok"]),
      refused: Step(
        "mai", "referral receive referral.file --card next.card --confirm NEXT",
        ["referral.receive denied"], status: 77)),
    CommandRow(
      "referral list", Step("son", "referral list", ["list/referral ok", "field.read ok"]),
      refused: Step("binh", "referral list", ["list/referral denied"], status: 77)),
    CommandRow(
      "referral accept",
      Step(
        "son", "referral accept CASE REFERRAL", ["field.read ok", "referral.accept ok"]),
      refused: Step(
        "mai", "referral accept CASE REFERRAL", ["field.read ok", "referral.accept denied"],
        status: 77)),
    CommandRow(
      "referral reject",
      Step(
        "son", "referral reject CASE REFERRAL --from -",
        ["field.read ok", "referral.reject denied"],
        input: #"{"case":"CASE","reply":"đã nhận rồi"}"#, status: 77),
      refusesNobody: "what was accepted is not rejected any more: that is the refusal of this day"),
    row(
      "referral done", "referral done CASE REFERRAL",
      ["field.read ok", "referral.done ok", "excerpt.end ok"], "field.read denied"),
    CommandRow(
      "referral revoke",
      Step(
        "mai", "referral revoke CASE REFERRAL", ["field.read ok", "referral.revoke denied"],
        status: 77),
      refusesNobody: "what is done is not revoked any more: that is the refusal of this day"),
    CommandRow(
      "consent withdraw",
      Step(
        "mai", "consent withdraw CASE CONSENT --from -", ["field.read ok", "consent.withdraw ok"],
        input: #"{"case":"CASE","reason":"người đó đổi ý"}"#),
      refused: Step(
        "binh", "consent withdraw CASE CONSENT --from -", ["field.read denied"],
        input: #"{"case":"CASE","reason":"người đó đổi ý"}"#, status: 77)),
  ]

  private static func draft(_ command: String) -> CommandRow {
    let input =
      #"{"case":"CASE","referral_to":"son","receiver":"son","purpose":"verification","#
      + #""fields":["person.birth_date"],"consent_ref":"CONSENT"}"#
    return CommandRow(
      command,
      Step(
        "mai", "referral draft CASE --from -", ["field.read ok", "referral.draft ok"], input: input),
      refused: Step(
        "binh", "referral draft CASE --from -", ["referral.draft denied"], input: input, status: 77)
    )
  }

  private static let request =
    #"{"case":"CASE","kind":"provide","received":"2026-05-24T07:25+07:00","requester":"self","#
    + #""identity_check":"đối chiếu căn cước","safe_answer":"đưa tận tay"}"#

  private static let requests = [
    CommandRow(
      "request record",
      Step(
        "mai", "request record CASE --from -", ["field.read ok", "request.record ok"],
        input: request),
      refused: Step(
        "binh", "request record CASE --from -", ["request.record denied"], input: request,
        status: 77)),
    row("request list", "request list", ["list/request ok"], "list/request denied"),
    row("health list", "health list", ["list/health ok"], "list/health denied"),
    CommandRow(
      "request answer",
      Step(
        "mai", "request answer CASE REQUEST --to person.html",
        [
          "field.read ok", "field.read ok", "field.read ok", "audit.export/accesses ok",
          "print/request ok",
          "field.read ok", "field.read ok", "request.answer ok",
        ]),
      refused: Step(
        "binh", "request answer CASE REQUEST --to other.html", ["field.read denied"], status: 77)),
  ]

  /// What a social worker does and an auditor is refused.
  private static func row(
    _ command: String, _ words: String, _ entries: [String], _ refusal: String
  ) -> CommandRow {
    CommandRow(
      command, Step("mai", words, entries),
      refused: Step("binh", words, [refusal], status: 77))
  }
}
