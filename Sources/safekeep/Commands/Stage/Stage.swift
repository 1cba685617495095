import ArgumentParser
import Casework

/// A stage of the work with a person, by the form of the rule book that records it. Legal status is
/// one track; these run beside it and may start on day zero.
protocol Stage {
  static var topic: Topic { get }
  /// What may be done after recording, before the code of the case.
  static var next: String { get }
  /// Whether other commands name the record that was made.
  static var namesRecord: Bool { get }
  /// Whether clinical fields are written in it, which is severe.
  static var isClinical: Bool { get }
  /// The command that does what these answers ask for, where there is one.
  static func carriesOut(_ input: FormInput, in code: String, _ record: String?) -> String?
  /// The commands of the noun.
  static var verbs: [any ParsableCommand.Type] { get }
}

extension Stage {
  /// The name of the form is the noun of the command.
  static var form: String { topic.rawValue }

  static var next: String { form + " show" }

  static var namesRecord: Bool { false }

  static var isClinical: Bool { false }

  static func carriesOut(_ input: FormInput, in code: String, _ record: String?) -> String? {
    nil
  }
  static var verbs: [any ParsableCommand.Type] { [StageRecord<Self>.self, StageShow<Self>.self] }
}
