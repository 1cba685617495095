/// Heads that an auditor keeps: which of them are this log's, and how far they hold it.
extension ExportVerifier {
  /// Who could have signed heads of this log, as far as it was followed: every log key. Of the tree alone
  /// nobody was followed, and the keys in the export have to do.
  private var logKeys: [NoteKey] {
    known?.logKeys.map(\.key) ?? shownLogKeys().compactMap { $0 }
  }

  private var known: Roster? { roster ?? rosterFollowed }

  private func isSigned(_ pin: PinnedHead) -> Bool { pin.isSigned(byLogWith: logKeys, of: known) }

  /// A head that the log never signed shows nothing of it: whoever can write the file of heads could
  /// otherwise make a sound log look forked or cut off. It is refused as what it is.
  func judged(_ finding: ExportFinding) -> ExportFinding {
    // Entries were followed by what the kept head says of itself, which is to be looked at first.
    if base != nil {
      do { try checkBase(listing.leaves.filter { $0 < checkedFrom }) } catch {
        if error.fault == .export(.pinCheck) { return error }
      }
    }
    let suspects = trust.heads(of: scope.origin).filter { pin in
      let head = pin.checkpoint
      return switch finding.fault {
      case .head(.rollback): head.size > scope.size
      case .head(.pin): head.size == finding.seq
      default: false
      }
    }
    guard !suspects.isEmpty, !suspects.contains(where: { isSigned($0) }) else { return finding }
    return .init(seq: finding.seq, .export(.pinSignature))
  }

  /// What is wrong where entries cannot be followed from the kept head: it is another log's, or nobody's.
  func misfit(of base: PinnedHead.Base) -> AuditLogError {
    let shown = Roster(shownBy: listing.shown(of: scope.origin, read), of: scope.origin)
    let isOurs = trust.heads(of: scope.origin).contains { pin in
      pin.base == base && pin.isSigned(byLogWith: shown?.logKeys.map(\.key) ?? [], of: shown)
    }
    return isOurs ? .head(.pin) : .export(.pinSignature)
  }

  /// Sizes of kept heads that hold what fits of a log that does not as a whole, ascending: of this log, signed
  /// by it, and found to be what its entries made.
  public var heldSizes: [Int] {
    trust.heads(of: scope.origin).filter { pin in
      roots[pin.checkpoint.size] == pin.checkpoint.root && isSigned(pin)
    }.map(\.checkpoint.size).sorted()
  }

  /// Sizes of heads in the export that hold what fits of such a log, ascending: found to be what its entries
  /// made, and signed by as many of the auditor's own witnesses as their policy asks for.
  public var quorumSizes: [Int] {
    guard let policy = trust.policy, policy.asksWitnesses else { return [] }
    var signers: [Int: Set<NoteKey>] = [:]
    for path in [.checkpoint] + listing.beside {
      switch path {
      case .checkpoint, .pin, .cosignature, .stamped: break
      default: continue
      }
      guard let note = try? Self.note(path, read), let kept = try? Checkpoint(parsing: note.text),
        kept.origin == scope.origin, roots[kept.size] == kept.root
      else { continue }
      signers[kept.size, default: []].formUnion(
        policy.witnesses.filter { note.verdict(of: $0) == .valid })
    }
    return signers.filter { policy.isMet(by: $0.value) }.keys.sorted()
  }
}
