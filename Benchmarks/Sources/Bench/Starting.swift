/// B8: starting, `--help`, against a bare Swift program built in the same run.
struct Starting {
  let programs: String
  let bare: String

  func rows() throws -> [Row] {
    try ["safekeep", "safekeep-verify"].map { name in
      let ours = Program(path: "\(programs)/\(name)", arguments: ["--help"])
      let samples = try Sample.byTurns(
        rounds: 21, [ours.run, Program(path: bare, arguments: []).run])
      return Row(
        id: "B8", work: "start \(name) --help", ours: samples[0].median,
        against: "bare Swift program",
        theirs: samples[1].median, goal: "<= 25 ms", isReached: samples[0].median <= 0.025)
    }
  }
}
