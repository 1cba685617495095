import Foundation

@testable import Vault

/// What stands in the records file, looked at past every command.
extension Office {
  private var records: String { "\(home.path)/\(vault)/records.db" }

  /// The entries of the log from this one on, each as its line of JSON.
  func logLines(from first: Int) throws -> [String] {
    var lines: [String] = []
    guard FileManager.default.fileExists(atPath: records) else { return [] }
    try Store(opening: records).look { tx throws(VaultError) in
      try tx.eachLeaf(from: first, below: .max) { _, bytes throws(VaultError) in
        let line = bytes.split(separator: 0x0a)[1]
        lines.append(String(decoding: line, as: UTF8.self))
      }
    }
    return lines
  }

  /// Every case with every version of every field, who has it and who was given copies: two that are the
  /// same say that nothing was written between them.
  func sealedCases() throws -> [String] {
    try Store(opening: records).look { tx throws(VaultError) in
      try tx.rows(
        """
        SELECT 'file '||key||' '||version||' '||revision||' '||hex(operations) FROM file
        UNION ALL SELECT 'record '||key||' '||version||' '||hex(hash) FROM record
        UNION ALL SELECT 'field '||record||' '||id||' '||version||' '||hex(blob) FROM field
        UNION ALL SELECT 'assignment '||file||' '||member||' '||since||' '||ifnull(ended,'-')
          FROM assignment
        UNION ALL SELECT 'excerpt '||file||' '||class||' '||member||' '||ifnull(ended,'-') FROM excerpt
        UNION ALL SELECT 'restricted '||file||' '||since||' '||ifnull(lifted,'-') FROM restricted
        """
      ).map { row throws(VaultError) in try row.text(0) }
    }
  }
}
