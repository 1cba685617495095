import Foundation
import Sealing
import Vault

/// A vault of nine days ago, whose first lead never came.
enum OldVault {
  private static let age = 9 * 24 * 3600 * 1000

  /// Makes it where the office expects its vault, with the code of the lead beside it.
  ///
  /// - Returns: the entry of the invitation.
  static func make(_ office: Office) throws -> Int {
    let then = Int(Date().timeIntervalSince1970 * 1000) - age
    let plan = VaultPlan(
      path: "\(office.home.path)/\(office.vault)", pins: office.home.path + "/pins-of-then",
      admin: "lan", firstLead: "minh", isLowCost: true, fields: try FieldTable([]), rules: [])
    let passphrase = try SecretBytes(capacity: 64) { output in
      for byte in Office.passphrase("lan").utf8 { output.append(byte) }
    }
    let founding = try Vault.create(plan, passphrase: passphrase, now: { then })
    let code = founding.invitation.withSpan { bytes in
      String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
    try office.home.write("\(code)\n\(Office.passphrase("minh"))\n", to: "minh.code")
    try office.write(["lan"])
    let shown = try office.demand(["log", "show", "--from", "0"] + office.by("lan")).output
    let rows = shown.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    return rows.last { $0.contains("member.invite") }.flatMap { Int($0[0]) } ?? -1
  }
}
