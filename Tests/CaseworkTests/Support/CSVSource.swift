@testable import Casework

/// Bytes as a source of pieces.
enum CSVSource {
  static func of(_ bytes: [UInt8]) -> CSVReader.Source {
    var rest = bytes[...]
    return { () throws(CaseworkError) in
      let piece = rest.prefix(4096)
      rest = rest.dropFirst(4096)
      return Array(piece)
    }
  }
}
