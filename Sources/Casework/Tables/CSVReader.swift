/// Reads tables as RFC 4180 writes them, byte by byte, holding one record at a time.
///
/// It is strict because what it reads decides who may see what, and whose name stands on a file:
/// a short row, an open quote or a foreign encoding is a fault with a line number, never a guess.
/// Lines end in LF or CRLF, the last one may lack its end. Cells keep every byte, spaces too.
/// The first record is the header; it sets the width that all others must have.
public struct CSVReader {
  /// Gives the next piece of the file, of any size; an empty piece is the end.
  public typealias Source = () throws(CaseworkError) -> [UInt8]

  /// Longest record in bytes: room for several texts of 1 MiB, and an end for an open quote.
  public static let longestRecord = 8 << 20

  private let source: Source
  private var chunk: [UInt8] = []
  private var position = 0
  private var isBegun = false
  private var line = 1
  private var width: Int?
  private var cell: [UInt8] = []
  private var recordLength = 0

  public init(_ source: @escaping Source) { self.source = source }

  /// A table that is in memory already.
  public init(_ bytes: [UInt8]) {
    var rest = bytes
    self.init {
      defer { rest = [] }
      return rest
    }
  }

  /// - Returns: the next record, or nil at the end of the file.
  /// - Throws: `.csv`; after a fault of width, and only then, the next call goes on with the next
  ///   record, so that one reading can name every wrong row. `.unreadable` from the source.
  public mutating func next() throws(CaseworkError) -> CSVRecord? {
    if !isBegun { try begin() }
    guard try peek() != nil else { return nil }
    let first = line
    recordLength = 0
    var cells: [String] = []
    cells.reserveCapacity(width ?? 16)
    var isLast = false
    while !isLast {
      try readCell(recordLine: first)
      cells.append(try text())
      isLast = try endCell()
    }
    try checkWidth(cells, on: first)
    return CSVRecord(line: first, cells: cells)
  }

  // MARK: The file's first bytes

  private mutating func begin() throws(CaseworkError) {
    isBegun = true
    while chunk.count < 3 {
      let more = try source()
      if more.isEmpty { break }
      chunk += more
    }
    if chunk.isEmpty { throw fault(.empty) }
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { throw fault(.byteOrderMark) }
    if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
      throw fault(.utf16)
    }
  }

  private mutating func checkWidth(_ cells: [String], on first: Int) throws(CaseworkError) {
    guard let width else {
      if cells.count == 1 {
        if cells[0].utf8.contains(UInt8(ascii: ";")) { throw fault(.semicolons, on: first) }
        if cells[0].utf8.contains(UInt8(ascii: "\t")) { throw fault(.tabs, on: first) }
      }
      width = cells.count
      return
    }
    guard cells.count == width else {
      throw fault(.width(found: cells.count, expected: width), on: first)
    }
  }

  // MARK: Cells

  private mutating func readCell(recordLine: Int) throws(CaseworkError) {
    cell.removeAll(keepingCapacity: true)
    if try peek() == .quote {
      try readQuoted(recordLine: recordLine)
    } else {
      try readBare(recordLine: recordLine)
    }
  }

  private mutating func readBare(recordLine: Int) throws(CaseworkError) {
    while let byte = try peek(), byte != .comma, byte != .lineFeed, byte != .carriageReturn {
      if byte == .quote { throw fault(.quoteInside) }
      try keep(byte, recordLine: recordLine)
      position += 1
    }
  }

  private mutating func readQuoted(recordLine: Int) throws(CaseworkError) {
    let opened = line
    position += 1
    while let byte = try peek() {
      position += 1
      if byte == .quote {
        // Two quotes stand for one; a single one closes the cell.
        guard try peek() == .quote else { return }
        position += 1
      }
      if byte == .lineFeed { line += 1 }
      try keep(byte, recordLine: recordLine)
    }
    throw fault(.quoteOpen, on: opened)
  }

  private mutating func keep(_ byte: UInt8, recordLine: Int) throws(CaseworkError) {
    recordLength += 1
    if recordLength > Self.longestRecord { throw fault(.tooLong, on: recordLine) }
    cell.append(byte)
  }

  /// Steps over what separates a cell from the next.
  /// - Returns: whether the record is at its end.
  private mutating func endCell() throws(CaseworkError) -> Bool {
    guard let byte = try peek() else { return true }
    position += 1
    switch byte {
    case .comma: return false
    case .lineFeed: break
    case .carriageReturn:
      guard try peek() == .lineFeed else { throw fault(.loneReturn) }
      position += 1
    default: throw fault(.textAfterQuote)
    }
    line += 1
    return true
  }

  private func text() throws(CaseworkError) -> String {
    if let text = String(validating: cell, as: UTF8.self) { return text }
    throw fault(CodePage1258.explains(cell) ? .windows1258 : .notUTF8)
  }

  // MARK: Bytes

  private mutating func peek() throws(CaseworkError) -> UInt8? {
    if position == chunk.count {
      chunk = try source()
      position = 0
      if chunk.isEmpty { return nil }
    }
    return chunk[position]
  }

  private func fault(_ reason: CSVFault.Reason, on line: Int? = nil) -> CaseworkError {
    .csv(CSVFault(line: line ?? self.line, reason: reason))
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
