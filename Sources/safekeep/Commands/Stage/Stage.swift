import ArgumentParser

/// A stage of the work with a person, by the form of the rule book that records it. Legal status is
/// one track; these run beside it and may start on day zero.
protocol Stage {
  static var topic: Topic { get }
  /// The commands of the noun.
  static var verbs: [any ParsableCommand.Type] { get }
}

extension Stage {
  /// The name of the form is the noun of the command.
  static var form: String { topic.rawValue }

  static var verbs: [any ParsableCommand.Type] { [StageRecord<Self>.self, StageShow<Self>.self] }
}
