import Foundation

/// B4: showing a case as a whole process, unlocked, in a vault of 1,000 and of 100,000 cases, against the `sqlite3` program
/// selecting one row of the same file and `age -d` of one small file; and what is due in all of them, against opening as many
/// rows by bare libsodium calls.
///
/// The day of the examples makes each vault, so that what is timed is the program as people start it.
struct Showing {
  private static let rounds = 21
  /// About what the row of a queue holds: code, status, days, unit, owner, clocks.
  private static let rowLength = 400

  let programs: String
  let example: String
  let folder: String
  let generator: String

  func rows() throws -> [Row] {
    var rows: [Row] = []
    var times: [Double] = []
    for people in [1_000, 100_000] {
      guard let day = try day(of: people) else { return rows }
      let (show, others) = try shown(day)
      times.append(show)
      rows += others.map { name, theirs in
        Row(
          id: "B4", work: "show one case of \(people)", ours: show, against: name,
          theirs: theirs, goal: "<= 50 ms", isReached: show <= 0.050)
      }
      if people == 100_000 {
        rows.append(try due(day, people, ["--mine"], "the lead's own"))
        rows.append(try due(day, people, [], "all"))
      }
    }
    let (few, many) = (times[0], times[1])
    rows.append(
      Row(
        id: "B4", work: "show one case of 100000", ours: many, against: "one of 1000",
        theirs: few, goal: "<= 1.2 x", isReached: many <= 1.2 * few))
    return rows
  }

  private func shown(_ day: Day) throws -> (show: Double, others: [(String, Double)]) {
    let code = try day.someCase()
    let sqlite = Program(
      path: "/usr/bin/sqlite3",
      arguments: [
        "-readonly", day.vault + "/records.db", "SELECT * FROM file WHERE key=500",
      ])
    day.enter()
    let ours = Program(
      path: programs + "/safekeep", arguments: ["case", "show", code, "--no-input"])
    let age = try ageFile()
    let samples = try Sample.byTurns(
      rounds: Self.rounds, [ours.run, sqlite.run] + (age.map { [$0.run] } ?? []))
    let names = ["sqlite3, one row", "age -d, one file"]
    return (samples[0].median, Array(zip(names, samples.dropFirst().map(\.median))))
  }

  /// Opening one file of a row's length by age; nil where it is not installed.
  private func ageFile() throws -> Program? {
    let (age, key, file) = ("/usr/bin/age", folder + "/age.key", folder + "/age.sealed")
    guard FileManager.default.isExecutableFile(atPath: age) else { return nil }
    if !FileManager.default.fileExists(atPath: file) {
      let plain = folder + "/age.plain"
      try Data(repeating: 97, count: Self.rowLength).write(to: URL(filePath: plain))
      try Program(path: age + "-keygen", arguments: ["-o", key]).run()
      try Program(path: age, arguments: ["--encrypt", "-i", key, "-o", file, plain]).run()
    }
    return Program(path: age, arguments: ["--decrypt", "-i", key, file])
  }

  /// Every row is opened whatever is asked for; of what is found, the lead's own is little and all is a line and more a
  /// case, which have to be sorted and printed.
  private func due(
    _ day: Day, _ people: Int, _ scope: [String], _ name: String
  ) throws -> Row {
    day.enter()
    let program = Program(
      path: programs + "/safekeep", arguments: ["due", "--no-input", "--format", "plain"] + scope)
    let field = BareField(length: Self.rowLength)
    try field.seal()
    let samples = try Sample.byTurns(
      rounds: 7, [program.run, { for _ in 0..<2 * people { try field.open() } }])
    return Row(
      id: "B4", work: "due in \(people) cases, \(name)", ours: samples[0].median,
      against: "libsodium opening each row twice, one thread", theirs: samples[1].median,
      goal: "<= 300 ms", isReached: samples[0].median <= 0.3)
  }

  /// Nil where the generator is not there.
  private func day(of people: Int) throws -> Day? {
    let place = "\(folder)/showing-\(people)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    guard let register = try Register.make(people, generator: generator, in: place)
    else { return nil }
    let day = try Day(in: place, programs: programs, example: example)
    try day.take(in: register.arrivedToday())
    return day
  }
}
