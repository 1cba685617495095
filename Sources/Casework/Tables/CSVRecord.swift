/// One record of a table: as many cells as the header, each byte for byte what stood in the file.
public struct CSVRecord: Equatable, Sendable {
  /// The line on which the record begins, from 1; the header is on line 1.
  public let line: Int
  public let cells: [String]
}
