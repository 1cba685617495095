/// Finds people who ask many questions, one soon after the other.
///
/// A register that is held against the vault is one search with as many questions as it has lines (`n` of its entry):
/// a list of guesses is told by their number. Where that very register was then taken in (`ref` of the import), its rows
/// are files now, and it is one; an import is no cover for another list that was tried meanwhile. A question for one person may name several numbers or names (`n` of its entry), each a guess.
struct SearchWatch: Sendable {
  private var series: SeriesWatch<ActorID>
  /// The register of each person of which it is not known yet whether it is taken in.
  private var registers: [ActorID: Entry] = [:]

  /// `kind` of a search that waits to be told whether it became an import.
  private static let register = "register"

  init(gap: Int, least: Int) { series = SeriesWatch(.searches, gap: gap, least: least) }

  /// Takes an entry in, as of its person; gives the runs that ended before it.
  mutating func take(_ entry: Entry) -> [ReportFinding] {
    if entry.act == Act.intakeImport, entry.out == .ok {
      guard let register = registers[entry.actor], register.seq == entry.ref else { return [] }
      registers[entry.actor] = nil
      return [series.take(entry.actor, register)].compactMap(\.self)
    }
    guard entry.beginsSearch else { return [] }
    let ended = count(registers.removeValue(forKey: entry.actor))
    if entry.kind == Self.register {
      registers[entry.actor] = entry
      return ended
    }
    return ended + count(entry)
  }

  private mutating func count(_ search: Entry?) -> [ReportFinding] {
    guard let search else { return [] }
    let questions = max(1, search.n ?? 1)
    return [series.take(search.actor, search, count: questions)].compactMap(\.self)
  }

  /// The runs that are long enough when the log ends.
  mutating func finish() -> [ReportFinding] {
    let left = registers.values.sorted { $0.seq < $1.seq }
    registers = [:]
    return left.flatMap { count($0) } + series.finish()
  }
}
