import AuditLog
import Foundation

extension Outcome {
  /// One line for programs; its keys are never translated.
  var json: String {
    let object: [String: Any]
    switch self {
    case .fits(let verdict): object = Self.object(verdict)
    case .broken(let finding, let reach):
      let (mode, limits) = (Self.mode, Self.limits)
      object = [
        "error": "log", "code": finding.fault.code, "entry": finding.seq as Any? ?? NSNull(),
        "file": finding.path as Any? ?? NSNull(), "fits": reach.entries,
        "pinned": reach.pin as Any? ?? NSNull(), "quorum": reach.quorum as Any? ?? NSNull(),
        "unanchored": NSNull(), "unanchored_since": NSNull(), "mode": mode, "limits": limits,
      ]
    case .noExport(let finding):
      object = ["error": "not_an_export", "from": finding.seq as Any? ?? NSNull()]
    case .noFolder: object = ["error": "not_found", "what": "folder"]
    case .noFile(let kind): object = ["error": "not_found", "what": kind.rawValue]
    case .noPlainFile(let kind, let isFolder):
      object = [
        "error": "not_found", "what": kind.rawValue, "reason": isFolder ? "directory" : "strange",
      ]
    case .tooLarge(let kind):
      object = ["error": "data", "what": kind.rawValue, "reason": "large"]
    case .badFile(let kind, let fault):
      object = ["error": "data", "what": kind.rawValue, "code": fault.code]
    case .unreadable: object = ["error": "storage"]
    case .usage(let fault): object = ["error": "usage", "reason": fault.code]
    case .help: object = ["error": "usage"]
    }
    return Self.line(object.merging(["exit": Int(status)]) { $1 })
  }

  /// The only mode in which vaults with such entries work. What the log cannot show in it has the codes of the vault's own
  /// reports.
  private static let mode = "embedded"
  private static let limits = [
    "changed_program", "newest_entries", "failed_unlocks", "photographed_screen", "claimed_times",
  ]

  private static func object(_ verdict: ExportVerdict) -> [String: Any] {
    [
      "origin": verdict.scope.origin, "size": verdict.scope.size, "from": verdict.scope.from,
      "root": verdict.rootText, "checked_from": verdict.checkedFrom, "put_back": verdict.putBack,
      "tree_only": verdict.isTreeOnly, "proven": verdict.isProven,
      "origin_given": verdict.isOriginGiven, "pins": verdict.pins,
      "unseen_pins": verdict.unseenPins, "policy_given": verdict.isPolicyGiven,
      "policy_without_quorum": verdict.isPolicyBrought && !verdict.isPolicyGiven,
      "quorum": verdict.quorum as Any? ?? NSNull(),
      "unanchored": verdict.scope.size - verdict.reach,
      "unanchored_since": verdict.tailSince.map { time(Double($0) / 1000) } as Any? ?? NSNull(),
      "mode": mode, "limits": limits,
      "cosigned": verdict.cosigned.map {
        ["size": $0.size, "witness": $0.witness, "time": time(Double($0.time))] as [String: Any]
      },
      "cosigned_unchecked": verdict.strangeCosigned,
      "stamped": verdict.stamped.map {
        [
          "size": $0.size, "time": $0.time.map { time(Double($0) / 1000) } as Any? ?? NSNull(),
          "untrusted": $0.isUntrusted, "receipt": $0.receipt as Any? ?? NSNull(),
          "contradicted_by": $0.contradiction?.claim.entry as Any? ?? NSNull(),
        ] as [String: Any]
      },
    ]
  }

  private static func line(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }
}
