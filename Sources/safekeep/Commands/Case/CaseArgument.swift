import ArgumentParser
import Casework

/// The code of a case, as it is typed: without regard to case or hyphens.
struct CaseArgument: ParsableArguments {
  @Argument(help: .of({ $0.argumentCase }, "case")) var code: String

  func caseCode() throws(Fault) -> CaseCode { try Self.caseCode(code) }

  /// - Throws: 64 for what is no code; the check symbol catches a slip of the hand.
  static func caseCode(_ code: String) throws(Fault) -> CaseCode {
    do { return try CaseCode(code) } catch {
      throw Fault(.usage, reason: "bad_case_code") { $0.badCaseCode }
    }
  }
}
