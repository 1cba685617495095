import Vault

/// What was taken after the backup and came back with it: counted, named, and each with the command that takes it again.
struct TakenReport {
  private let done: Restored
  private let words: any Words

  init(_ done: Restored, _ words: any Words) { (self.done, self.words) = (done, words) }

  /// Of what was destroyed again.
  func destroyed(_ count: Int) -> Cell { done.isUntold && count == 0 ? .none : .integer(count) }

  /// Nobody knows of what nothing tells: that is no zero.
  var counts: [Report.Field] {
    let cell = { (count: Int) in done.isUntold ? Cell.none : .integer(count) }
    // Who restores remembers what their client saw: that there was no more only a newer log tells.
    let ofStaff = { (count: Int?) in
      count.map { done.isUntold && $0 == 0 ? Cell.none : .integer($0) } ?? .none
    }
    return [
      .init("suspended", words.suspendedSinceLabel, ofStaff(done.suspended)),
      .init("roles_taken", words.rolesTakenLabel, ofStaff(done.suspended.map { _ in roles.count })),
      .init(
        "keys_changed", words.keysChangedLabel,
        ofStaff(done.suspended.map { _ in formerKeys.count })),
      .init("restricted", words.restrictedSinceLabel, cell(done.restricted)),
      .init("withdrawn", words.withdrawnSinceLabel, cell(done.withdrawn)),
      .init("emergencies", words.emergenciesSinceLabel, cell(done.emergencies)),
      .init("reopened", words.reopenedSinceLabel, cell(done.reopened)),
    ]
  }

  /// Only where there is somebody.
  var named: [Report.Field] {
    let fields: [Report.Field] = [
      .init(
        "suspend_again", words.suspendAgainLabel, .list(members.map { .text($0.handle) })),
      .init(
        "take_again", words.takeAgainLabel,
        .list(
          roles.map { handle, role in
            .code(
              "\(handle) \(role.rawValue)", label: "\(handle): \(words.role(role.rawValue))")
          })),
      .init("former_keys", words.formerKeysLabel, .list(formerKeys.map(Cell.text))),
      .init(
        "cases_again", words.casesAgainLabel,
        .list(cases.map { .code("\($0.handle) \($0.cases)", label: "\($0.handle): \($0.cases)") })),
    ]
    return fields.filter { $0.value != .list([]) }
  }

  var notes: [String] {
    var notes = done.isUntold ? [words.erasedUntold] : []
    if done.isUntold {
      notes.append(done.suspended == nil ? words.takenUntold : words.takenAsRemembered)
    }
    if let suspended = done.suspended, suspended > 0 { notes.append(words.suspendAgain(suspended)) }
    notes += members.map {
      words.suspendAgain(Escaping.line($0.handle), isCompromised: $0.isCompromised)
    }
    if !roles.isEmpty { notes.append(words.rolesTaken(roles.count)) }
    notes += roles.map { words.takeAgain($0.role.rawValue, from: Escaping.line($0.handle)) }
    notes += formerKeys.map { words.hasFormerKeys(Escaping.line($0)) }
    notes += cases.map { words.hasCasesAgain(Escaping.line($0.handle), cases: $0.cases) }
    if done.restricted > 0 { notes.append(words.restrictedSince(done.restricted)) }
    if done.withdrawn > 0 { notes.append(words.withdrawnSince(done.withdrawn)) }
    if done.emergencies > 0 { notes.append(words.emergenciesSince(done.emergencies)) }
    return notes
  }

  private var members: [(handle: String, isCompromised: Bool)] {
    done.taken.compactMap { taken in
      if case .membership(let isCompromised) = taken.what {
        (taken.handle, isCompromised)
      } else {
        nil
      }
    }
  }

  private var roles: [(handle: String, role: Role)] {
    done.taken.compactMap { taken in
      if case .role(let role) = taken.what { (taken.handle, role) } else { nil }
    }
  }

  private var cases: [(handle: String, cases: Int)] {
    done.taken.compactMap { taken in
      if case .cases(let count) = taken.what { (taken.handle, count) } else { nil }
    }
  }

  private var formerKeys: [String] {
    done.taken.filter { $0.what == .keys }.map(\.handle)
  }
}
