import Casework
import Vault

/// What was refused: the log has one reason for a class that a role does not reach, and people are told
/// which way they did not reach it.
enum Deed {
  case reading, writing, sharing

  /// The deed that an entry of the log is about.
  init(act: String) {
    self =
      switch act {
      case "field.write", "record.create", "intake.import", "restriction.set", "restriction.lift",
        "evidence.add":
        .writing
      case "excerpt.give": .sharing
      default: .reading
      }
  }
}

extension Words {
  func reason(_ why: Refusal, of deed: Deed) -> String {
    guard why == .fieldClass else { return reason(why) }
    return switch deed {
    case .reading: reason(why)
    case .writing: classNotWritten
    case .sharing: classNotShared
    }
  }
}

extension Fault {
  /// Runs an act on a case; where it is refused, the refusal says what was refused.
  static func doing<Result>(
    _ deed: Deed, _ body: () throws -> Result
  ) throws(Fault) -> Result {
    do { return try body() } catch CaseworkError.vault(.denied(let why, let entry)) {
      let code = VaultError.denied(why, entry: entry).refusalCode
      throw .denied(code.flatMap(Refusal.init(rawValue:)) ?? .role, entry: entry, of: deed)
    } catch { throw of(error) }
  }
}
