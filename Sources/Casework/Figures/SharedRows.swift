/// Rows of which each is shared by so many people that it points at none (k-anonymity; k = 11 is what the Counter
/// Trafficking Data Collaborative keeps for its public data).
///
/// A row that too few share is made coarser, step by step, with all others of which the same is true; who is still alone
/// at the end is left out and counted. This holds for one release: two releases of nearly the same people, held against
/// each other, can tell who came between.
struct SharedRows {
  static let fewest = 11

  private(set) var rows: [(row: PersonRow, people: Int)] = []
  private(set) var leftOut = 0

  init(_ counts: [PersonRow: Int]) {
    var given: [PersonRow: Int] = [:]
    var alone = counts
    for step in [nil] + PersonRow.Coarsening.allCases {
      var coarse: [PersonRow: Int] = [:]
      for (row, people) in alone {
        coarse[step.map { row.coarser(by: $0) } ?? row, default: 0] += people
      }
      for (row, people) in coarse where people >= Self.fewest || given[row] != nil {
        given[row, default: 0] += people
        coarse[row] = nil
      }
      alone = coarse
    }
    leftOut = alone.values.reduce(0, +)
    rows = given.map { (row: $0.key, people: $0.value) }
  }
}
