import AuditLog
import Sealing

/// Examines what is kept of witnesses and authorities: every row must be what an entry states, every entry
/// must have its row, and every signature must be good.
struct OutsideExaminer {
  let check: OutsideCheck
  /// The entries of receipts, by their seq.
  let receipts: [Int: Entry]
  let tx: Transaction

  func findings() throws(VaultError) -> [LogFinding] {
    var findings: [LogFinding] = []
    var seen: Set<Int> = []
    for row in try tx.cosignatures() {
      seen.insert(row.seq)
      guard let entry = receipts[row.seq], entry.act == Act.cosignReceipt else {
        findings.append(Self.finding("cosign.row", row.seq))
        continue
      }
      if try check.cosigned(row, entry) == nil {
        findings.append(Self.finding("cosign.line", row.seq))
      }
    }
    try tx.eachAnchor { row throws(VaultError) in
      seen.insert(row.seq)
      guard let entry = receipts[row.seq], entry.act == Act.anchorReceipt else {
        return findings.append(Self.finding("anchor.row", row.seq))
      }
      if try check.stamped(row, entry) == nil {
        findings.append(Self.finding("anchor.token", row.seq))
      }
    }
    // Heads that were carried out prove nothing; and yet a row that nobody asks for is somebody's.
    for size in try tx.strangeAsked([Ledger.keyChange, Vault.cosignRequest, Vault.timestampRequest])
    {
      findings.append(Self.finding("asked.kind", max(0, size - 1)))
    }
    for (seq, entry) in receipts.sorted(by: { $0.key < $1.key }) where !seen.contains(seq) {
      let kind = entry.act == Act.cosignReceipt ? "cosign" : "anchor"
      findings.append(Self.finding("\(kind).missing", seq))
    }
    return findings
  }

  private static func finding(_ code: String, _ entry: Int) -> LogFinding {
    LogFinding(subject: .entry(entry), code: code)
  }
}
