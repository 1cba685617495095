extension Office {
  /// With a duty officer, a social worker and a second lead: who asks and who gives an erasure.
  static func ofTwoLeads() throws -> Office {
    let office = try Office()
    try office.open()
    try office.join("duc", as: "duty")
    try office.demand(["vault", "status"] + office.by("duc"))
    try office.join("mai", as: "social_worker")
    try office.join("hoa", as: "lead")
    return office
  }

  func give(
    _ entry: String, by handle: String, _ options: [String] = []
  ) throws -> Program.Run {
    try run(["approval", "give", entry, "--confirm", entry] + options + by(handle))
  }

  /// The same with a case that `mai` opened.
  static func ofTwoLeads(caseWith answers: String) throws -> (office: Office, code: String) {
    let office = try ofTwoLeads()
    let opened = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--vault", office.vault] + office.by("mai"),
      input: answers, home: office.home)
    return (office, try field("case", opened.output))
  }
}
