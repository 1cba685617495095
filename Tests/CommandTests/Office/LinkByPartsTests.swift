import Testing

@testable import safekeep

/// More rows that are likely to be somebody's than are named: nobody can say of all of them whose they are.
@Suite struct LinkByPartsTests {
  /// Everybody stands in it twice.
  private static let register: String = {
    let syllables = ["Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lan", "Minh", "Ngọc"]
    var rows = "received_at,entry_path,full_name,birth_date\n"
    for number in 0..<1_002 {
      let person = number / 2
      let name = [person % 9, person / 9 % 9, person / 81].map { syllables[$0] }
      let (year, called) = (1950 + person % 50, name.joined(separator: " "))
      rows += "2026-03-02T08:15+07:00,rescued,\(called),\(year)\n"
    }
    return rows
  }()

  @Test func theyAreTakenInByParts() throws {
    let office = try Office()
    try office.open()
    for (handle, role) in [("duc", "duty"), ("mai", "social_worker")] {
      try office.join(handle, as: role)
      try office.demand(["vault", "status"] + office.by(handle))
    }
    try office.home.write(Self.register, to: "register.csv")
    for (language, sentence) in [("en", "take the register in by parts"), ("vi", "nhập từng phần")]
    {
      let run = try office.run(
        ["intake", "import", "register.csv", "--link", "--no-input", "--lang", language]
          + office.by("mai"))
      #expect(run.status == 65, "\(run.errors)")
      #expect(run.errors.contains(sentence), "\(run.errors.suffix(400))")
    }
    #expect(try office.sealedCases() == [])
  }
}
