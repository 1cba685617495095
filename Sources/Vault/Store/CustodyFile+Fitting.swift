import FoundationEssentials
import GRDB
import Sealing

/// What custody has of cases, whatever the records say, and what is taken out of it that serves nothing.
extension CustodyFile {
  /// The largest number of a case of which there is a key here; 0 where there is none.
  func largestFile() throws(VaultError) -> Int {
    try look { tx throws(VaultError) in
      try tx.row(
        "SELECT max(file) FROM (SELECT max(file) AS file FROM kk UNION ALL SELECT max(file) FROM rec)"
      )?
      .optionalInt(0) ?? 0
    }
  }

  /// What there is of one case.
  struct CaseKeys {
    var file: Int
    /// The case, as K_rec has it.
    var id: Identifier?
    var numbers: [UInt32] = []
  }

  enum UselessKeys {
    case all(of: Int)
    case allBut(UInt32, of: Int)
  }

  func caseKeys() throws(VaultError) -> [CaseKeys] {
    var found: [Int: CaseKeys] = [:]
    try look { tx throws(VaultError) in
      try tx.each("SELECT file,number FROM kk WHERE file>0") { row throws(VaultError) in
        let file = try row.int(0)
        found[file, default: CaseKeys(file: file)].numbers.append(try row.integer(1))
      }
      try tx.each("SELECT file,id FROM rec") { row throws(VaultError) in
        let file = try row.int(0)
        found[file, default: CaseKeys(file: file)].id = Identifier(try row.bytes(1))
      }
    }
    return found.values.sorted { $0.file < $1.file }
  }

  /// The keys of the search index: by the segment's number in place of a case's row.
  func segmentKeys() throws(VaultError) -> [Int: [UInt32]] {
    var found: [Int: [UInt32]] = [:]
    try look { tx throws(VaultError) in
      try tx.each("SELECT file,number FROM kk WHERE file<?", [Self.logKeys]) {
        row throws(VaultError) in
        guard let number = SearchSegment.number(ofCustodyFile: try row.int(0)) else { return }
        found[number, default: []].append(try row.integer(1))
      }
    }
    return found
  }

  func holds(file: Int, number: UInt32) throws(VaultError) -> Bool {
    try look { tx throws(VaultError) in
      try tx.row("SELECT 1 FROM kk WHERE file=? AND number=?", [file, Int(number)]) != nil
    }
  }

  /// In one transaction, with the generation that it brings custody to, and the journal cleared behind it.
  func destroy(_ useless: [UselessKeys], generation: Int) throws(VaultError) {
    try destroy(generation) { tx throws(VaultError) in
      for keys in useless {
        switch keys {
        case .all(let file):
          try tx.run("DELETE FROM kk WHERE file=?", [file])
          try tx.run("DELETE FROM rec WHERE file=?", [file])
        case .allBut(let number, let file):
          try tx.run("DELETE FROM kk WHERE file=? AND number<>?", [file, Int(number)])
        }
      }
    }
  }
}
