import Vault

@testable import Casework

/// Registers as files that can be opened again.
enum Register {
  static func file(_ bytes: [UInt8]) -> Casework.RegisterFile {
    { () throws(CaseworkError) in
      var rest = bytes[...]
      return { () throws(CaseworkError) in
        let piece = rest.prefix(4096)
        rest = rest.dropFirst(4096)
        return Array(piece)
      }
    }
  }

  static func file(_ lines: String...) -> Casework.RegisterFile {
    file(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  static let header =
    "received_at,entry_path,receiving_commune,full_name,birth_date,sex,narrative,injuries,pregnancy"

  static var small: Casework.RegisterFile {
    file(
      header,
      "2026-09-20T08:30+07:00,rescued,26734,Nguyễn Thị Hoà,2004-05-17,female,"
        + "\"Bị lừa, rồi bị bán.\nHai lần.\",Bầm tím cổ tay,yes",
      "2026-09-21T09:00+07:00,returned,26734,,2012,male,,,",
      "2026-09-21T10:00+07:00,hotline111,,[declined],[unknown],[withheld],,[unknown],unknown")
  }
}
