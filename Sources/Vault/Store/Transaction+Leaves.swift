import FoundationEssentials
import GRDB

extension Transaction {
  /// Leaves that look like entries of an act, oldest first. Whether they are is for the caller to prove: this looks
  /// at bytes.
  func leaves(ofAct act: String) throws(VaultError) -> [Int] {
    let text = "\"act\":\"" + act + "\""
    return try rows(
      "SELECT idx FROM audit_leaf WHERE instr(leaf,?)>0 ORDER BY idx", [Data(text.utf8)]
    ).map { row throws(VaultError) in try row.int(0) }
  }
}
