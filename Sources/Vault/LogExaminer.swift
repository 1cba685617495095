import AuditLog
import Sealing

/// Reads the whole log and trusts no stored hash: every leaf is hashed and its signature checked, and
/// what the leaves say of each case is kept for the data check. Memory grows with the number of cases
/// (some 120 bytes each), not with the log.
struct LogExaminer {
  let origin: String
  let store: Store

  /// What the log says last of one case.
  struct LastStated {
    var man: Digest
    var previous: Digest
    var seq: Int
    var isErased = false
  }

  /// Leaves read in one transaction: a reader holds up writers only that long.
  private static let chunk = 4_096

  struct Outcome {
    var size: Int
    var finding: LogFinding?
    var stated: [Identifier: LastStated]
    var checkpoint: String
  }

  func examine() throws(VaultError) -> Outcome {
    var stated: [Identifier: LastStated] = [:]
    var verifier: LogVerifier
    do { verifier = try LogVerifier(origin: origin) } catch { throw .notAVault }
    do throws(Finding) {
      while try take(&verifier, &stated) {}
    } catch {
      return Outcome(
        size: error.seq,
        finding: LogFinding(subject: .entry(error.seq), code: error.fault.code), stated: stated,
        checkpoint: "")
    }
    let size = verifier.frontier.size
    let head = try store.look { tx throws(VaultError) in try tx.head() }
    do {
      let checkpoint = try verifier.finish(head: head?.note ?? [])
      return Outcome(
        size: size, finding: nil, stated: stated,
        checkpoint: String(decoding: checkpoint.text, as: UTF8.self))
    } catch {
      return Outcome(
        size: size, finding: LogFinding(subject: .entry(error.seq), code: error.fault.code),
        stated: stated, checkpoint: "")
    }
  }

  /// Takes in one chunk; false at the head.
  private func take(
    _ verifier: inout LogVerifier, _ stated: inout [Identifier: LastStated]
  ) throws(Finding) -> Bool {
    let first = verifier.frontier.size
    var failure: Finding?
    do {
      try store.look { tx throws(VaultError) in
        let end = min(first + Self.chunk, try tx.head()?.size ?? 0)
        try tx.eachLeaf(from: first, below: end) { index, bytes throws(VaultError) in
          do throws(Finding) {
            guard index == verifier.frontier.size else {
              throw Finding(seq: verifier.frontier.size, fault: .chain(.seq))
            }
            try verifier.consume(bytes)
          } catch {
            failure = error
            throw VaultError.logBroken(at: error.seq)
          }
          note(bytes, &stated)
        }
      }
    } catch {
      throw failure ?? Finding(seq: verifier.frontier.size, fault: .chain(.seq))
    }
    guard verifier.frontier.size > first else {
      try refuseGap(verifier.frontier.size)
      return false
    }
    return true
  }

  /// Rows beyond the head, or a head beyond the rows.
  private func refuseGap(_ size: Int) throws(Finding) {
    let (head, last) =
      (try? store.look { tx throws(VaultError) in
        (try tx.head()?.size ?? 0, try tx.largestLeafIndex())
      }) ?? (-1, nil)
    guard head == size, last == size - 1 else {
      throw Finding(seq: size, fault: .head(.size))
    }
  }

  private func note(_ bytes: [UInt8], _ stated: inout [Identifier: LastStated]) {
    guard let entry = try? Leaf(parsing: bytes).entry, entry.out == .ok, let rec = entry.rec
    else { return }
    if let man = entry.man {
      stated[rec] = LastStated(
        man: man, previous: stated[rec]?.man ?? Manifest.beforeFirst, seq: entry.seq)
    }
    if entry.act == Act.caseErase { stated[rec]?.isErased = true }
  }
}

extension AuditLogError {
  /// A short code for the sentence on the screen.
  var code: String {
    switch self {
    case .note(let fault): "note.\(fault.rawValue)"
    case .entry(let fault): "entry.\(fault.rawValue)"
    case .proof(let fault): "proof.\(fault.rawValue)"
    case .chain(let fault): "chain.\(fault.rawValue)"
    case .signer(let fault): "signer.\(fault.rawValue)"
    case .directory(let fault): "directory.\(fault.rawValue)"
    case .head(let fault): "head.\(fault.rawValue)"
    }
  }
}
