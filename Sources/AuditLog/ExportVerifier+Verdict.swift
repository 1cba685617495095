import Sealing

extension ExportVerifier {
  /// Heads that the auditor keeps of this log.
  private var pins: [PinnedHead] { trust.heads(of: scope.origin) }

  /// What is said in the end.
  func verdict(
    _ notes: [KeptNote], _ signers: [(size: Int, key: NoteKey, time: UInt64)]
  ) throws(ExportFinding) -> ExportVerdict {
    let stamps = try stamps()
    // Last: what is wrong with the auditor's own file says nothing of the log, and all that does comes first.
    let compared = try comparedPins(notes)
    var quorum: Int?
    // `quorum none` accepts a log by its key alone; nobody outside signed anything then.
    if let policy = trust.policy, policy.asksWitnesses {
      quorum = Set(signers.map(\.size)).filter { size in
        policy.isMet(by: Set(signers.filter { $0.size == size }.map(\.key)))
      }.max()
    }
    let known = signers.filter { isKnown($0.key) }
    let reach = [
      compared.max(), quorum, known.map(\.size).max(),
      stamps.filter { $0.time != nil }.map(\.size).max(),
    ].compactMap(\.self).max()
    return ExportVerdict(
      scope: scope, root: checkpoint.root, checkedFrom: checkedFrom,
      putBack: roster?.putBacks ?? [], isTreeOnly: trust.isTreeOnly,
      isOriginGiven: trust.origin != nil, pins: compared.sorted(),
      unseenPins: Set(pins.map(\.checkpoint.size)).subtracting(compared).sorted(),
      cosigned: known.sorted { $0.size < $1.size }.map {
        .init(size: $0.size, witness: $0.key.name, time: $0.time)
      },
      strangeCosigned: Set(signers.filter { !isKnown($0.key) }.map(\.size)).sorted(),
      isPolicyBrought: trust.policy != nil,
      isPolicyGiven: trust.policy?.asksWitnesses ?? false, quorum: quorum, stamped: stamps,
      reach: reach ?? 0, tailSince: times[reach ?? 0])
  }

  /// Whether the auditor's own policy names that key: the name alone says nothing, for the export brings keys
  /// under any name.
  private func isKnown(_ key: NoteKey) -> Bool { trust.policy?.witnesses.contains(key) ?? false }

  /// Kept heads whose root was passed, or which a proof in the export leads from. Those that show nothing of the log are
  /// refused, once none of the others contradicts it.
  private func comparedPins(_ notes: [KeptNote]) throws(ExportFinding) -> Set<Int> {
    let witnesses = try witnessKeys() + (trust.policy?.witnesses ?? [])
    let known = known
    var (compared, refused) = (Set<Int>(), ExportFinding?.none)
    for pin in pins.sorted(by: { $0.checkpoint.size < $1.checkpoint.size }) {
      let size = pin.checkpoint.size
      let shown = notes.first { $0.head.size == size }?.head.root
      let root = roots[size] ?? shown
      if let fault = pinFault(pin, root, known, witnesses) {
        guard fault != .head(.pin) else { throw .init(seq: size, fault) }
        refused = refused ?? .init(seq: size, fault)
      } else if root != nil {
        compared.insert(size)
      }
    }
    if let refused { throw refused }
    return compared
  }

  /// What is wrong with a kept head. One that fits is signed by the log key in force at its size (before there was one
  /// nobody signed a head either), and a head that the log did not sign is told from one under which another line was
  /// altered.
  ///
  /// - Parameter root: what the log had at its size; nil where nothing in the export shows it.
  private func pinFault(
    _ pin: PinnedHead, _ root: Digest?, _ known: Roster?, _ witnesses: [NoteKey]
  ) -> AuditLogError? {
    let isLonger = pin.checkpoint.size > scope.size
    if isLonger || root.map({ $0 != pin.checkpoint.root }) ?? false {
      return !isLonger && isContradicted(by: pin, known) ? .head(.pin) : .export(.pinSignature)
    }
    let isSigned = isSigned(pin, known)
    if let known, !known.knowsLines(of: pin.note, witnesses: witnesses) {
      return .export(isSigned ? .pinLine : .pinSignature)
    }
    return isSigned || root == nil ? nil : .export(.pinSignature)
  }

  /// Each answer with what was stamped, its time where an authority is trusted, and the entry that
  /// states it.
  private func stamps() throws(ExportFinding) -> [ExportVerdict.Stamped] {
    var stamped: [ExportVerdict.Stamped] = []
    for case .stamp(let size, let number) in listing.beside {
      let path = ExportPath.stamp(size: size, number: number)
      guard let note = read(ExportPath.stamped(size: size, number: number).text),
        let token = read(path.text)
      else { throw .init(.stamped(size: size, number: number), .missing) }
      let time = try Self.at(path) { () throws(AuditLogError) in try stamp(token, note) }
      let receipt = receipts[Digest.of(token)] ?? nil
      let isUntrusted = time == nil && trust.timestamps != nil
      stamped.append(
        .init(
          size: size, time: time, isUntrusted: isUntrusted, receipt: receipt,
          contradiction: contradiction(time, size: size, receipt)))
    }
    return stamped
  }

  /// What the entries before and behind a time-stamp claim against it.
  private func contradiction(_ time: Int?, size: Int, _ receipt: Int?) -> ClockContradiction? {
    func claim(_ entry: Int?) -> ClockContradiction.Claim? {
      entry.flatMap { entry in times[entry].map { .init(entry: entry, time: $0) } }
    }
    return time.flatMap {
      .first(outside: $0, older: claim(size - 1), younger: claim(receipt))
    }
  }

  /// The time that a trusted authority states. What has not the form of an answer, or is one about other bytes, is
  /// refused whether or not anybody is trusted. An answer of another authority is no fault of the log's,
  /// like the line of a witness that nobody asked for: its time is not told.
  private func stamp(_ token: [UInt8], _ note: [UInt8]) throws(AuditLogError) -> Int? {
    try TimeReceipt.check(response: token, of: note)
    do {
      return try trust.timestamps?(token, note)
    } catch .timestamp(.untrusted) {
      return nil
    } catch {
      throw error
    }
  }
}
