/// Which column of a register from elsewhere is which of ours: a table `theirs,ours`, in which an empty `ours`
/// leaves a column out.
///
/// Only the heading is put into our words; every other byte of the register passes as it is, so that lines keep
/// their numbers and nothing of a person is touched.
public struct RegisterMapping {
  private let names: [String: String]
  /// Where each of their names stands in the table.
  private let places: [String: Int]

  /// What is wrong with the table, and on which line.
  public struct Fault: Error {
    public let line: Int
    /// Why it cannot be read at all; nil where its form or a name in it is wrong.
    public let reason: CSVFault.Reason?
  }

  /// Beyond this a heading is none, and the reader says so.
  private static let longestHeading = 65_536

  /// - Throws: a ``Fault`` for what is no table of that form, a column that there is not, or a name that stands
  ///   twice.
  public init(_ bytes: [UInt8]) throws(Fault) {
    var reader = CSVReader(bytes)
    var (names, places) = ([String: String](), [String: Int]())
    let known = Set(RegisterColumn.allCases.map(\.name))
    var isBegun = false
    while let record = try Self.next(&reader) {
      guard record.cells.count == 2, isBegun || record.cells == ["theirs", "ours"] else {
        throw Fault(line: record.line, reason: nil)
      }
      defer { isBegun = true }
      guard isBegun else { continue }
      let (theirs, ours) = (record.cells[0], record.cells[1])
      guard ours.isEmpty || known.contains(ours),
        names.updateValue(ours.isEmpty ? "row" : ours, forKey: theirs) == nil
      else { throw Fault(line: record.line, reason: nil) }
      places[theirs] = record.line
    }
    (self.names, self.places) = (names, places)
  }

  private static func next(_ reader: inout CSVReader) throws(Fault) -> CSVRecord? {
    do { return try reader.next() } catch {
      if case .csv(let fault) = error { throw Fault(line: fault.line, reason: fault.reason) }
      throw Fault(line: 1, reason: nil)
    }
  }

  /// The lines of the table whose column the register does not have: a slip of the keyboard, or another register.
  public func unused(in file: Casework.RegisterFile) throws(CaseworkError) -> [Int] {
    let bytes = try Self.beginning(of: file())
    let end = Self.end(ofHeadingIn: bytes) ?? bytes.count
    var reader = CSVReader(Array(bytes[..<end]))
    guard let cells = (try? reader.next())?.cells else { return [] }
    return places.filter { !cells.contains($0.key) }.map(\.value).sorted()
  }

  /// The register under a heading of ours.
  public func applied(to file: @escaping Casework.RegisterFile) -> Casework.RegisterFile {
    { () throws(CaseworkError) in
      let source = try file()
      var isBegun = false
      return { () throws(CaseworkError) in
        guard !isBegun else { return try source() }
        isBegun = true
        return self.renamed(try Self.beginning(of: source))
      }
    }
  }

  /// As much of a register as holds its heading.
  private static func beginning(
    of source: () throws(CaseworkError) -> [UInt8]
  ) throws(CaseworkError) -> [UInt8] {
    var bytes: [UInt8] = []
    while end(ofHeadingIn: bytes) == nil, bytes.count < longestHeading {
      let more = try source()
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// What cannot be read as a heading passes unchanged: the reader says what is wrong with it.
  private func renamed(_ bytes: [UInt8]) -> [UInt8] {
    let end = Self.end(ofHeadingIn: bytes) ?? bytes.count
    var reader = CSVReader(Array(bytes[..<end]))
    guard let cells = (try? reader.next())?.cells else { return bytes }
    let heading = cells.map { Self.cell(names[$0] ?? $0) }.joined(separator: ",")
    return Array(heading.utf8) + bytes[end...]
  }

  private static func cell(_ name: String) -> String {
    guard name.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return name }
    return "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Before the end of the first line that is not inside quotes.
  private static func end(ofHeadingIn bytes: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted {
        let isReturn = index > 0 && bytes[index - 1] == UInt8(ascii: "\r")
        return isReturn ? index - 1 : index
      }
    }
    return nil
  }
}
