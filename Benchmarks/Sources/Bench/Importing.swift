import Foundation

/// B3: bringing in a register of 2,000 and 20,000 people, against its floor: the bare libsodium calls that it needs, and
/// plain SQLite writing as many bytes in one transaction.
///
/// The floor is measured here. Ours comes with the import.
struct Importing {
  /// Columns of the register and the fields that are deposited beside them; each is one sealed field.
  private static let fieldsPerCase = 28
  private static let sealedLength = 84 + 32

  let folder: String

  func rows() throws -> [Row] {
    try [2_000, 20_000].map { people in
      let field = BareField(length: 20)
      var lap = 0
      let samples = try Sample.byTurns(
        rounds: 5,
        [
          {
            for _ in 0..<(people * Self.fieldsPerCase) { try field.seal() }
            lap += 1
            try BareDatabase(path: "\(folder)/import-\(people)-\(lap).sqlite")
              .commitRows(people, length: Self.fieldsPerCase * Self.sealedLength)
          }
        ])
      return Row(
        id: "B3", work: "import \(people) people", ours: nil, against: "libsodium and plain SQLite",
        theirs: samples[0].median, goal: "<= 2 x", isReached: nil)
    }
  }
}
