import Testing

/// One line of a life: who does what, with which answers, and how it ends.
///
/// Words in capitals stand for what the life has met: `CASE` is the file of the person, and a step may keep
/// the code or number that came back under another (`ASKED`, `CONSENT`). Days are told from the day on which
/// the life is played: `{-18 08:30}` is eighteen days before it, `{+60}` sixty days after, `{-12y}` the year
/// twelve years before, `{now}` the moment itself.
struct LifeStep: Sendable {
  /// How a step has to end.
  enum End: Sendable, Equatable {
    case done
    /// Not done: the exit status, and the code of why. Nothing may have been written.
    case refused(Int32, String)
  }

  let who: String
  let command: String
  /// What is on the form: `field: value`, one a line or with `;` between them, a list in brackets. Nil
  /// where there is no form.
  let answers: String?
  let end: End
  /// The provision that the refusal has to name.
  var law: String?
  /// What to remember of the answer, and under which word: of a list of records the last one's.
  var keeps: [String: String] = [:]
  /// What the answer has to say, and what it must not.
  var shows: [String] = []
  var hides: [String] = []
  /// Where it stands in the life: what a failing test names.
  let place: SourceLocation

  static func does(
    _ who: String, _ command: String, _ answers: String? = nil, keeps: [String: String] = [:],
    shows: [String] = [], hides: [String] = [], place: SourceLocation = #_sourceLocation
  ) -> LifeStep {
    LifeStep(
      who: who, command: command, answers: answers, end: .done, keeps: keeps, shows: shows,
      hides: hides, place: place)
  }

  /// Not allowed: by a right or by a rule.
  static func refused(
    _ who: String, _ command: String, _ answers: String? = nil, why: String, law: String? = nil,
    place: SourceLocation = #_sourceLocation
  ) -> LifeStep {
    LifeStep(
      who: who, command: command, answers: answers, end: .refused(77, why), law: law, place: place)
  }

  /// What no paper can say: each fault as `field reason`.
  static func faulty(
    _ who: String, _ command: String, _ answers: String, faults: String...,
    place: SourceLocation = #_sourceLocation
  ) -> LifeStep {
    LifeStep(
      who: who, command: command, answers: answers,
      end: .refused(65, faults.joined(separator: "; ")), place: place)
  }

  /// Not done for another reason, with its exit status.
  static func fails(
    _ who: String, _ command: String, _ answers: String? = nil, status: Int32, why: String,
    place: SourceLocation = #_sourceLocation
  ) -> LifeStep {
    LifeStep(
      who: who, command: command, answers: answers, end: .refused(status, why), place: place)
  }
}
