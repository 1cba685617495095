import Casework
import Vault

extension Emergency {
  func stateCell(in words: any Words) -> Cell {
    .code(stateCode, label: words.emergencyState(state))
  }

  private var stateCode: String { state.code }

  /// Until when it opens.
  func told(in words: any Words) -> String { WallTime(milliseconds: until).forPeople }

  /// Once it ended before its hour: what it opened is to be reviewed, also where it was the second person who ended it.
  func closing(_ closed: Int, in words: any Words) -> [String] {
    hasLapsed
      ? [words.emergencyTakenBack(entry: closed)]
      : [words.emergencyClosed(entry: closed), words.next("emergency review \(entry)")]
  }
}

extension Casework {
  /// The reason as people say it; its code where the adopted book no longer has it.
  func reason(of emergency: Emergency, in words: any Words) -> String {
    let code = emergencyReasons.first { $0.code == emergency.reason }
    return code.map { words.name($0.label) } ?? emergency.reason
  }
}

extension ShownEmergency {
  /// Shown above the question of a second person or a reviewer.
  func told(_ casework: Casework, in words: any Words) -> String {
    let line = words.emergencyAsked(
      caseCode, fieldClass: words.fieldClass(emergency.fieldClass.name),
      by: Escaping.line(asker ?? "–"),
      because: Escaping.line(casework.reason(of: emergency, in: words)))
    return line + "\n" + (text.map { Escaping.lines($0) } ?? words.emergencyTextShut)
  }
}

extension Report.List {
  /// Who broke the glass, when, what for, and until when a lead is to have reviewed it.
  ///
  /// - Parameter reasons: what the rule book calls each code; without a book the code is shown.
  static func emergencies(
    _ found: [(emergency: Emergency, asker: String?)], reasons: [String: String] = [:],
    _ words: any Words
  ) -> Report.List {
    Report.List(
      "emergencies", title: words.emergenciesTitle,
      columns: [
        .init("entry", words.label(.entry)), .init("time", words.label(.time)),
        .init("class", words.emergencyClass), .init("reason", words.label(.reason)),
        .init("asker", words.label(.asker)), .init("state", words.label(.standing)),
        .init("review_until", words.reviewUntil),
      ],
      rows: found.map { emergency, asker in
        let name = emergency.fieldClass.name
        return [
          .integer(emergency.entry), .moment(WallTime(milliseconds: emergency.opened)),
          .code(name, label: words.fieldClass(name)),
          .code(emergency.reason, label: reasons[emergency.reason] ?? emergency.reason),
          asker.map(Cell.text) ?? .none, emergency.stateCell(in: words),
          .moment(WallTime(milliseconds: emergency.reviewDue)),
        ]
      }, ifEmpty: "")
  }
}

extension [Report.List] {
  /// Nothing at all where there is none: most days have none.
  static func emergencies(
    _ found: [VaultStatus.OpenEmergency], _ words: any Words
  ) -> [Report.List] {
    found.isEmpty ? [] : [.emergencies(found.map { ($0.emergency, $0.handle) }, words)]
  }
}

extension Emergency.State {
  /// For programs.
  var code: String {
    switch self {
    case .waiting: "waiting"
    case .inForce: "in_force"
    case .ranOut: "expired"
    case .closed: "closed"
    case .reviewed: "reviewed"
    }
  }
}

extension VaultError {
  /// Status 77: what an emergency is at is in the way of the answer, and nothing of the case.
  var emergencyFault: Fault {
    guard case .emergencyState(let state, let entry) = self else {
      return Fault(.failed) { $0.unexpected }
    }
    return Fault(
      .denied, reason: "emergency_state", entry: entry,
      details: [.init("why", .string("state")), .init("state", .string(state.code))],
      hint: { $0.emergencyRefusedHint(state) }
    ) { $0.emergencyRefused(state, entry: entry) }
  }
}
