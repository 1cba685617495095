/// What every command of the program leaves in the log, in the order of a day on which each is run: who
/// does it and what is appended, who is refused it and what is appended then.
///
/// Codes: `lan` administrator, `minh` lead, `duc` duty officer, `mai` and `nga` social workers, `hanh`
/// health staff, `binh` auditor, `son` police, `lien`, `phuc` and `vinh` trustees. `CASE` is the case of the day, `RESTRICTION` the one that was set. Rows of commands that are
/// new go where the day has what they need.
enum CommandTable {
  typealias Step = CommandRow.Step

  static let rows =
    cases + looks + stages + evidence + work + releases + ends + printing + emergencies + between
    + retractions + log + outside
    + rules + backups + office + leaving

  /// The same for every look at the log that is refused by role.
  static func byRole(_ who: String, _ words: String, _ entry: String) -> Step {
    Step(who, words, [entry], status: 77)
  }

  // MARK: Cases

  private static let share =
    "case share CASE son --fields person.full_name --until 31/12/2099 --for HLEGAL"

  private static let cases = [
    CommandRow(
      "case open",
      Step(
        "mai", "case open --from -",
        ["search/opening ok", "search/opening ok", "record.create ok"],
        input:
          #"{"reporter_kind":"self","full_name":"Trần Thị Bình Minh","birth_date":"1999","entry_path":"abroad","receiving_unit":"01","received_at":"2026-05-24T07:00+07:00","limits_explained_at":"2026-05-24T07:10+07:00"}"#
      ),
      refused: Step(
        "binh", "case open --from -", ["record.create denied"], input: #"{"reporter_kind":"self"}"#,
        status: 77)),
    CommandRow(
      "case find",
      Step(
        "mai", "case find --from -",
        ["search/person ok", "search/person ok", "search.hit/person ok"],
        input: #"{"name":"tran thi binh minh"}"#),
      refused: Step(
        "binh", "case find --from -", ["search/person denied"],
        input: #"{"name":"tran thi binh minh"}"#, status: 77)),
    CommandRow(
      "case list", Step("mai", "case list", ["list/case ok"]),
      refused: byRole("binh", "case list", "list/case denied")),
    CommandRow(
      "case assign", Step("duc", "case assign CASE hanh", ["assign.add ok"]),
      refused: byRole("mai", "case assign CASE nga", "assign.add denied")),
    CommandRow(
      "case share",
      Step(
        "mai", "\(share) --provision L53_27_2",
        ["field.read ok", "field.read ok", "field.write ok", "excerpt.give/L53_27_2 ok"]),
      refused: byRole("hanh", "\(share) --provision L53_27_2", "excerpt.give denied")),
    CommandRow(
      "case unshare", Step("mai", "case unshare CASE son", ["excerpt.end ok"]),
      refused: byRole("hanh", "case unshare CASE son", "excerpt.end denied")),
    CommandRow(
      "restriction set",
      Step(
        "mai", "restriction set CASE --field person.phone --role police --from -",
        ["restriction.set ok"], input: #"{"case":"CASE","reason":"sợ người quen trong ngành"}"#),
      refused: Step(
        "minh", "restriction set CASE --field person.phone --role police --from -",
        ["restriction.set denied"], input: #"{"case":"CASE"}"#, status: 77)),
    CommandRow(
      "restriction show", Step("mai", "restriction show CASE", ["field.read ok"]),
      refused: byRole("binh", "restriction show CASE", "field.read denied")),
    CommandRow(
      "restriction lift",
      Step(
        "mai", "restriction lift CASE RESTRICTION", ["restriction.lift ok"]),
      refused: byRole("minh", "restriction lift CASE RESTRICTION", "restriction.lift denied")),
    CommandRow(
      "intake template", Step("mai", "intake template", []),
      needsNoVault: "an empty register, from the rule book of the program"),
    CommandRow(
      "intake import",
      Step(
        "mai", "intake import register.csv",
        ["search/register ok", "search/register ok", "record.create ok", "intake.import ok"]),
      refused: byRole("binh", "intake import register.csv", "intake.import denied")),
  ]

  // MARK: Stages

  /// A form, who may write it, what they write, and who may not.
  private static let forms: [(form: String, writer: String, answers: String)] = [
    ("person", "mai", #""full_name":"Trần Thị Bình Minh""#),
    (
      "reception", "mai",
      #""reporter_kind":"self","health_agency_notified_at":"2026-05-24T08:00+07:00""#
    ),
    ("verification", "minh", #""initial_check_result":"sufficient""#),
    ("identification", "mai", #""trafficker_relation":"Familial""#),
    ("rescue", "mai", #""rescue_at":"2026-05-24T07:25+07:00""#),
    ("protection", "mai", #""risk_level":"high""#),
    ("support", "mai", #""regime":"a","item":"quần áo ấm","quantity":1"#),
    ("health", "hanh", #""injuries":"bầm tím cổ tay trái""#),
  ]

  private static let stages = forms.flatMap { form in
    [
      CommandRow(
        "\(form.form) record",
        Step(
          form.writer, "\(form.form) record CASE --from -",
          // Whether the file is open at all, and what the law says of it, is looked at first.
          ["field.read ok", "field.write ok"],
          input: "{\"case\":\"CASE\",\(form.answers)}"),
        refused: Step(
          "binh", "\(form.form) record CASE --from -", ["field.write denied"],
          input: "{\"case\":\"CASE\",\(form.answers)}", status: 77)),
      CommandRow(
        "\(form.form) show",
        Step(form.writer, "\(form.form) show CASE --for CAREMGT", ["field.read ok"]),
        refused: byRole("binh", "\(form.form) show CASE", "field.read denied")),
    ]
  }

  // MARK: The legal status

  private static let work = [
    CommandRow(
      "case record",
      Step(
        "minh", "case record CASE --from -", ["field.read ok", "field.write ok"],
        input: #"{"case":"CASE","person_category":"in_process_vn_domestic"}"#),
      refused: Step(
        "mai", "case record CASE --from -", ["field.write denied"],
        input: #"{"case":"CASE","person_category":"in_process_vn_domestic"}"#, status: 77)),
    CommandRow(
      "case step", Step("minh", "case step CASE in_process", ["field.read ok", "case.step ok"]),
      refused: byRule("mai", "case step CASE identified", ["field.read ok", "case.step denied"])),
    CommandRow(
      "due", Step("mai", "due", ["due ok", "field.read ok", "clock.overdue ok"]),
      refused: byRole("binh", "due", "due denied")),
    CommandRow(
      "stats", Step("minh", "stats --since 01/2026", ["stats ok"]),
      refused: byRole("mai", "stats", "stats denied"),
      brought: Step(
        "minh", "stats --official --recipient Sở --citation TT --to stats.csv",
        ["export/stats.official ok"])),
    CommandRow(
      "case link",
      Step(
        "mai", "case link CASE OTHER --kind dependant",
        ["field.read ok", "field.read ok", "case.link ok", "case.link ok"]),
      refused: byRule("mai", "case link CASE CASE --kind same", ["case.link denied"])),
    CommandRow(
      "support extend",
      Step(
        "mai", "support extend OTHER --until 31/12/2099 --decided-by director",
        ["field.read ok", "stay.extend ok"]),
      refused: byRule(
        "minh", "support extend OTHER --until 31/12/2099 --decided-by director",
        ["field.read ok", "stay.extend denied"])),
    CommandRow(
      "case close",
      Step(
        "mai", "case close CASE --confirm CASE --from -",
        ["field.read ok", "field.write ok", "field.read ok", "case.step ok"],
        input: #"{"case":"CASE","closure_reason":"withdrew"}"#),
      refused: Step(
        "minh", "case close CASE --confirm CASE --from -", ["field.read ok", "case.step denied"],
        input: #"{"case":"CASE","closure_reason":"withdrew"}"#, status: 77)),
    CommandRow(
      "case reopen",
      Step(
        "minh", "case reopen CASE --confirm CASE --from -", ["field.read ok", "case.step denied"],
        input: #"{"case":"CASE","reopen_reason":"người đó trở lại"}"#, status: 77),
      refused: Step(
        "mai", "case reopen CASE --confirm CASE --from -", ["field.read ok", "case.step denied"],
        input: #"{"case":"CASE","reopen_reason":"người đó trở lại"}"#, status: 77)),
  ]

  // MARK: Other offices

  private static let between = [
    CommandRow(
      "vault card", Step("mai", "vault card --to own.card", ["export/card ok"]),
      refused: byRole("moi", "vault card", "export/card denied")),
    CommandRow(
      "case transfer",
      Step(
        "minh",
        // Of this one nothing waits for a second person, which would stop it.
        "case transfer AWAY --card next.card --confirm NEXT --to out.file --provision L91_17_1_dd",
        [String](repeating: "field.read ok", count: 5) + ["case.transfer ok"]),
      refused: byRole(
        "mai", "case transfer CASE --card next.card --confirm NEXT --to mai.file",
        "case.transfer denied")),
    CommandRow(
      "case receive",
      Step(
        "minh", "case receive in.file --card next.card --confirm NEXT --to in.accepted",
        ["record.create/transfer ok"]),
      refused: byRole(
        "mai", "case receive in.file --card next.card --confirm NEXT --to mai.accepted",
        "case.receive denied")),
  ]

  /// The same for what a rule of the work stops.
  static func byRule(_ who: String, _ words: String, _ entries: [String]) -> Step {
    Step(who, words, entries, status: 77)
  }

  // MARK: The log

  private static let log = [
    CommandRow(
      "log show", Step("binh", "log show --limit 3", ["audit.search/show ok"]),
      refused: byRole("mai", "log show", "audit.search/show denied")),
    CommandRow(
      "log status", Step("binh", "log status", ["audit.search/status ok"]),
      refused: byRole("mai", "log status", "audit.search/status denied")),
    CommandRow(
      "log verify", Step("binh", "log verify", ["audit.verify ok"]),
      refused: byRole("mai", "log verify", "audit.verify denied"),
      brought: Step("binh", "log verify --pin empty", ["audit.verify failed"], status: 65)),
    CommandRow(
      "log report", Step("binh", "log report", ["audit.export/report ok"]),
      refused: byRole("mai", "log report", "audit.export/report denied")),
    CommandRow(
      "log export-events",
      Step(
        "binh", "log export-events --form csv --to events.csv", ["audit.export/csv ok"]),
      refused: byRole(
        "mai", "log export-events --form fhir --to refused.ndjson", "audit.export/fhir denied")),
    CommandRow(
      "log reveal",
      Step("binh", "log reveal --case CASE", ["audit.reveal/pseudonym ok"]),
      refused: byRole("mai", "log reveal --case CASE", "audit.reveal/pseudonym denied"),
      brought: Step("minh", "log reveal --confirm 2", ["approval.give denied"], status: 66)),
    CommandRow(
      "case accesses", Step("mai", "case accesses CASE", ["audit.export/accesses ok"]),
      refused: byRole("binh", "case accesses CASE", "audit.export/accesses denied")),
  ]

  // MARK: The office

  private static let office = [
    CommandRow(
      "vault create",
      Step(
        "lan", "",
        [
          "vault.create ok", "key.rotate/log ok", "schema.set/fields ok", "rules.adopt ok",
          "member.invite ok", "member.enrol ok", "role.add ok", "member.invite ok",
          "key.rotate/vault ok",
        ]), refusesNobody: "there is no vault yet that could refuse it"),
    CommandRow(
      "vault status", Step("mai", "vault status", ["list/status ok", "list/approval ok"]),
      refused: byRole("moi", "vault status", "list/status denied")),
    CommandRow(
      "staff add", Step("lan", "staff add tam --role intake", ["member.invite ok"]),
      refused: byRole("mai", "staff add tu --role intake", "member.invite denied")),
    CommandRow(
      "staff enrol", Step("tam", "staff enrol tam", ["member.enrol ok"]),
      refusesNobody:
        "a code that opens no invitation waits in the inbox for the next who unlocks: the last step"
    ),
    CommandRow(
      "staff admit",
      Step("lan", "staff admit tam --confirm tam", ["role.add ok", "key.wrap/vault ok"]),
      refused: byRole("mai", "staff admit tam --confirm tam", "role.add denied")),
    CommandRow(
      "staff list", Step("mai", "staff list", ["list/staff ok"]),
      refused: byRole("moi", "staff list", "list/staff denied")),
    CommandRow(
      "staff show", Step("mai", "staff show hanh", ["list/staff ok"]),
      refused: byRole("moi", "staff show hanh", "list/staff denied")),
    CommandRow(
      "whoami", Step("mai", "whoami", []),
      refusesNobody: "it tells what this account knows of itself, and opens nothing"),
    CommandRow(
      "passphrase change",
      Step("nga", "passphrase change", ["key.wrap/passphrase ok"]),
      refusesNobody: "everybody may change their own; a wrong one is a failed unlocking"),
    CommandRow(
      "unlock", Step("mai", "unlock", ["session.open ok"]),
      refusesNobody:
        "a wrong passphrase waits in the inbox for the next who unlocks: the last step"),
    CommandRow(
      "lock", Step("mai", "lock", ["session.close ok"]),
      refusesNobody: "whoever is unlocked may lock"),
  ]
}
