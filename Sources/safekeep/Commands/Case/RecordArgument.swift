import ArgumentParser
import Casework
import Vault

/// One of several records of a case, by the name that a list or `show` gives it.
struct RecordArgument: ParsableArguments {
  @Argument(help: .of({ $0.argumentRecord }, "record")) var record: String

  func id() throws(Fault) -> RecordID { try Self.id(record) }

  /// - Throws: 64 for what is no such name.
  static func id(_ text: String) throws(Fault) -> RecordID {
    guard let id = PageRecord.id(named: text) else {
      throw Fault(.usage, reason: "bad_record") { $0.noSuchRecord }
    }
    return id
  }
}
