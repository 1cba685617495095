import Vault

/// What has passed is put into the log once, and what others recorded is counted.
extension Casework {
  /// How many cases one command puts into the log; the next one goes on.
  private static let mostNoted = 50

  /// And in how many of those that others wrote into it counts anew: each is a look at the whole file.
  static let mostCounted = 50

  /// What was put into the log, which cases do not fit it, and the operations rows as they stand now.
  typealias Noted = (
    count: Int, spoilt: Set<CaseID>, told: [CaseID: [FieldID: FieldValue]], left: Set<CaseID>
  )

  /// Puts the passing of limits into the log. The file itself is looked at first: what ended the clock may
  /// have been recorded by somebody who cannot write the list. A case that somebody tampered with is passed
  /// over and named: nobody goes without the limits of all others for it.
  ///
  /// - Parameters:
  ///   - doubts: the cases in which somebody may have recorded what starts or ends a limit and could not count it.
  ///   - lines: what is due as it stood: of those cases the ones with the soonest limits come first.
  ///   - most: how many of them are counted. Who may not count one, or finds it spoilt, has not used any of that up.
  /// - Returns: also those that were left.
  func note(
    _ cases: Set<CaseID>, _ doubts: [CaseID: DueCount.Doubt], _ lines: [DueLine],
    counting most: Int, _ session: borrowing Session
  ) throws(CaseworkError) -> Noted {
    var noted: Noted = (0, [], [:], [])
    let behind = try behind(doubts, session)
    let passed = Set(cases.sorted().prefix(Self.mostNoted))
    var left = most
    for id in passed.sorted() + behind.subtracting(passed).soonestFirst(lines) {
      guard passed.contains(id) || left > 0 else {
        noted.left.insert(id)
        continue
      }
      do throws(CaseworkError) {
        guard let (count, row) = try noteWhereAllowed(id, behind.contains(id), session)
        else { continue }
        noted.count += count
        noted.told[id] = row
        if !passed.contains(id) { left -= 1 }
      } catch {
        guard error.isOfOneCase else { throw error }
        noted.spoilt.insert(id)
      }
    }
    return noted
  }

  /// Counts the limits of one case that somebody looks at, where others recorded something.
  ///
  /// - Returns: whether that changed anything.
  func count(
    _ id: CaseID, _ doubt: DueCount.Doubt?, _ session: borrowing Session
  ) throws(CaseworkError) -> Bool {
    guard let doubt, try behind([id: doubt], session).contains(id) else { return false }
    return try noteWhereAllowed(id, true, session) != nil
  }

  /// The roles whose members write beside the operations row what a limit can rest on.
  private static let writeBeside: Set<Role> = [.police, .legalAid, .healthStaff, .duty]

  private func behind(
    _ doubts: [CaseID: DueCount.Doubt], _ session: borrowing Session
  ) throws(CaseworkError) -> Set<CaseID> {
    guard !doubts.isEmpty else { return [] }
    let possible = Set(doubts.filter { $0.value == .possible }.keys)
    return try CaseworkError.ofVault { () throws(VaultError) in
      let written =
        possible.isEmpty
        ? []
        : try vault.written(
          book.clockFields, by: Self.writeBeside, among: possible, as: session)
      return written.union(doubts.filter { $0.value == .certain }.keys)
    }
  }

  private func noteWhereAllowed(
    _ id: CaseID, _ isBehind: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> (count: Int, row: [FieldID: FieldValue])? {
    guard let field = book["case.due"]?.id else { return nil }
    let may = try CaseworkError.ofVault { () throws(VaultError) in
      guard try vault.mayWrite([field], to: id, as: session).contains(field) else { return false }
      // Who sees a part counts nothing for the others.
      let all = isBehind ? book.clockFields : []
      return try all.isSubset(
        of: vault.mayRead(all, of: id, for: .careManagement, as: session))
    }
    guard may else { return nil }
    return try steadily(session) { session throws(CaseworkError) in
      try note(id, isBehind, session)
    }
  }

  private func note(
    _ id: CaseID, _ isBehind: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> (count: Int, row: [FieldID: FieldValue]) {
    let fields = book.clockFields.union(book.ids(Self.always)).union(summaryFields)
    var look = try look(at: id, fields, as: session)
    if try hear(DueItem.all(in: look.value("case.due")), of: id, session) {
      look = try self.look(at: id, fields, as: session)
    }
    return try note(look, isBehind, session)
  }

  private func note(
    _ look: CaseLook, _ isBehind: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> (count: Int, row: [FieldID: FieldValue]) {
    let (written, now) = (look.value("case.due"), moment)
    let known = DueItem.all(in: written)
    // Whether a referral was answered is known to whoever hears of it.
    let mayHear = known.contains(where: \.isReply) ? try mayHear(look.id, session) : true
    let reckoning = DueReckoning(book, readable: look.readable)
    var items = reckoning.items(look.records, known: known, at: now)
    var passed = 0
    for index in items.indices
    where !items[index].isNoted && (mayHear || !items[index].isReply) {
      let item = items[index]
      guard item.standing(book.clocks[item.clock], at: now) == .overdue else { continue }
      items[index].isNoted = true
      passed += 1
    }
    var row = look.operations
    let before = DueCount(in: written)
    let count = reckoning.seesAll ? DueCount.upTo(look.beside) : before
    guard items != known || (isBehind && count != before), let field = book["case.due"]?.id
    else { return (0, row) }
    row[field] = DueItem.value(items, counted: count)
    var writing = CaseWriting(passed == 0 ? .record : .overdue, since: look.version)
    writing.operations = [field: DueItem.value(items, counted: count)]
    // Which limit it was stands in the sealed list alone: some run for foreigners only, or for children, and
    // auditors read the log.
    _ = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: look.id, as: session)
    }
    return (passed, row)
  }
}

extension Set<CaseID> {
  /// By the first limit of each; those without one last.
  fileprivate func soonestFirst(_ lines: [DueLine]) -> [CaseID] {
    var soonest: [CaseID: Int64] = [:]
    for line in lines {
      guard let id = line.id, contains(id), let end = line.item.end?.seconds else { continue }
      soonest[id] = Swift.min(soonest[id] ?? .max, end)
    }
    return sorted { left, right in
      let (first, second) = (soonest[left] ?? .max, soonest[right] ?? .max)
      return first == second ? left < right : first < second
    }
  }
}
