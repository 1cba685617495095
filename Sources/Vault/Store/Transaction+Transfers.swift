import FoundationEssentials
import GRDB
import Sealing

/// Questions of a transfer between vaults, asked once in a case's life: they may look at everything.
extension Transaction {
  /// The entries whose text names a hash as `sum`, in order. What they are is for the log to say.
  func leaves(naming sum: Digest) throws(VaultError) -> [Int] {
    let digits = Data(sum.bytes).base64EncodedString().map { digit in
      digit == "+" ? "-" : digit == "/" ? "_" : digit
    }
    let needle = Data("\"sum\":\"\(String(digits.prefix(43)))\"".utf8)
    var found: [Int] = []
    try each("SELECT idx FROM audit_leaf WHERE instr(leaf,?)>0 ORDER BY idx", [needle]) {
      row throws(VaultError) in
      found.append(try row.int(0))
    }
    return found
  }

  /// The case that an entry opened.
  func fileKey(openedBy seq: Int) throws(VaultError) -> Int? {
    try row("SELECT file FROM class_key WHERE seq=? LIMIT 1", [seq])?.int(0)
  }
}
