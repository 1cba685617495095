import Sealing

/// Finds what anybody did with a case that was opened so that nobody has a reason to touch it (design,
/// casework: "Canary"): every look at it, every change and every refusal, whoever it was.
struct CanaryWatch: Sendable {
  private var canaries: Set<Identifier> = []

  /// That a limit has passed is noted by whoever asks what is due, of any case; who looks for somebody of the same name
  /// is told of it; and a restore states of each case whether its key is there.
  private static let harmless: Set<String> = [
    Act.recordCreate, Act.clockOverdue, Act.searchHit, Act.vaultRestore,
  ]

  mutating func take(_ entry: Entry) -> ReportFinding? {
    guard let rec = entry.rec else { return nil }
    if entry.opensCanary { canaries.insert(rec) }
    guard canaries.contains(rec), !Self.harmless.contains(entry.act) else { return nil }
    return ReportFinding(.canary, entry)
  }
}

extension Entry {
  /// The `kind` of a `record.create` that opens one.
  public static let canary = "canary"

  fileprivate var opensCanary: Bool {
    act == Act.recordCreate && out == .ok && kind == Self.canary
  }
}
